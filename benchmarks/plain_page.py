"""The plain way of writing such a page, for benchmarks/rerun.py to compare with: one frame, pandas, plotly.express."""

import os

import duckdb
import pandas as pd
import plotly.express as px
import streamlit as st


@st.cache_data
def load() -> pd.DataFrame:
    """All posts of the sample, as a frame."""
    with duckdb.connect(os.environ["DASBOR_DATABASE"], read_only=True) as connection:
        return connection.execute("SELECT * FROM posts WHERE sample").df()


posts = load()
names = sorted(posts["agency_id"].unique())
month = st.sidebar.selectbox("Periode", ["November 2024", "Oktober 2024"])
chosen = st.sidebar.multiselect("OPD", names)
number = 11 if month.startswith("November") else 10
shown = posts[posts["published_at"].dt.month == number]
if chosen:
    shown = shown[shown["agency_id"].isin(chosen)]
st.title("Ringkasan")
st.metric("Unggahan", len(shown))
for column in ("agency_id", "platform", "topic"):
    st.plotly_chart(px.bar(shown.groupby(column).size().reset_index(name="unggahan"), x=column, y="unggahan"))
daily = shown.groupby(["day", "platform"]).size().reset_index(name="unggahan")
st.plotly_chart(px.line(daily, x="day", y="unggahan", color="platform"))
st.dataframe(shown[["published_at", "agency_id", "platform", "caption", "link"]])

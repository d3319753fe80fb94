"""Names of exported files."""

import pytest

from exports.names import file_stem


@pytest.mark.parametrize(
    ("parts", "stem"),
    [
        (("Capaian Target", "Oktober 2024", "Semua OPD"), "capaian-target_2024-10_semua-opd"),
        (("capaian-target", "2024-10", "semua-opd"), "capaian-target_2024-10_semua-opd"),
        (("Aktivitas", "Senin, 5 Mei 2025", ""), "aktivitas_senin-5-mei-2025"),
        (("../../etc/passwd\r\n", "", 'C:\\a|b?"'), "etc-passwd_c-a-b"),
        (("شلوم", "", ""), "data"),
        (("Kegiatan « é »", "Oktobre 2024", ""), "kegiatan-e_oktobre-2024"),
    ],
)
def test_names_hold_on_every_system(parts, stem):
    assert file_stem(*parts) == stem


def test_names_stay_short():
    assert len(file_stem("x" * 500, "y" * 500, "z" * 500)) == 146

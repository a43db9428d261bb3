"""Every row of a file against its own columns, the rows before it, and the registry.

Nothing here asks the database: ``known`` has been loaded.
"""

from kim.intake.columns import Table
from kim.intake.known import Known
from kim.intake.matching import MATCHERS
from kim.intake.report import Line, Report
from kim.intake.values import read_cell


def check(table: Table, rows: list[tuple[int, dict[str, str]]], known: Known) -> Report:
    """Return what is wrong with each row, or what saving it would do."""
    report = Report(table, [])
    seen: dict[tuple, int] = {}
    for number, cells in rows:
        cells = {key: text for key, text in cells.items() if text}
        line = Line(number, cells, name=cells.get("nama") or cells.get("kim") or "")
        report.lines.append(line)
        values = _read(table, line, known)
        for key in MATCHERS[table.key](line, values, known):
            first = seen.setdefault(key, number)
            if first != number:
                words = f"Kembar dengan baris {first}: hapus salah satunya."
                line.blame(next(c.key for c in table.columns if c.required), words)
                break
    return report


def _read(table: Table, line: Line, known: Known) -> dict[str, object]:
    """Return the values of the cells that can be read; blame the others."""
    values = {}
    for column in table.columns:
        text = line.cells.get(column.key, "")
        if not text:
            if column.required:
                line.blame(column.key, "Wajib diisi.")
            continue
        try:
            values[column.key] = read_cell(column, text, known)
        except ValueError as error:
            words = str(error)
            line.blame(column.key, words if words[-1] in ".?" else f"{words}.")
    return values

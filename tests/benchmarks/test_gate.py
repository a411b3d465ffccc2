"""Has any figure fallen below its floor?"""

import msgspec

from benchmarks.gate import FLOORS, Floor, judge

FLOOR = Floor(benchmark="statements", figure=["a", "F1"], floor=0.7, data={"set": "d1"})


def report(figure: float, digest: str = "d1") -> dict[str, object]:
    return {"figures": {"a": {"F1": figure}}, "data": {"set": digest}}


def test_a_figure_at_its_floor_is_held() -> None:
    assert judge(FLOOR, report(0.7))[0] == "held"


def test_a_figure_below_its_floor_is_fallen() -> None:
    assert judge(FLOOR, report(0.69))[0] == "fallen"


def test_a_figure_on_other_data_does_not_count() -> None:
    assert judge(FLOOR, report(0.9, "d2"))[0] == "other data"


def test_a_figure_that_was_not_measured_is_skipped() -> None:
    assert judge(FLOOR, {"figures": {}, "data": {}}) == ("skipped", None)


def test_the_floors_are_in_order() -> None:
    floors = msgspec.json.decode(FLOORS.read_bytes(), type=list[Floor])
    assert floors
    assert all(0 < floor.floor <= 1 or floor.floor > 0 for floor in floors)

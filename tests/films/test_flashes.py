"""Flashes, from rows of light: what a learner with photosensitive epilepsy must not meet (WCAG 2.2, 2.3.1)."""

from itertools import chain, repeat

import pytest

from builder.films.flashes import COLUMNS, ENOUGH, RATE, ROWS, find_flashes, luminance

CELLS = COLUMNS * ROWS


def blinking(hertz: float, seconds: float, light: int = 255, dark: int = 0, cells: int = CELLS) -> list[bytes]:
    """Frames in which some cells go between two greys, and the others stay dark; the picture begins and ends dark."""
    frames = []
    for number in range(round(seconds * RATE)):
        lit = int(number / RATE * hertz * 2) % 2 == 1
        frames.append(bytes([light if lit else dark] * cells + [dark] * (CELLS - cells)))
    return [*frames, bytes([dark] * CELLS)]


def still(seconds: float, grey: int = 0) -> list[bytes]:
    """Frames in which nothing happens."""
    return [bytes([grey] * CELLS)] * round(seconds * RATE)


@pytest.mark.parametrize("hertz", [3.5, 4, 5, 10, 15, 25, 30])
def test_more_than_three_flashes_in_a_second_are_found(hertz: float) -> None:
    """Where they begin."""
    (begin,) = find_flashes([*still(2), *blinking(hertz, 3), *still(2)])
    assert 2 <= begin <= 2 + 1 / hertz + 0.05


@pytest.mark.parametrize("hertz", [0.5, 1, 2, 3])
def test_three_flashes_in_a_second_are_none_too_many(hertz: float) -> None:
    """However long it goes on, and also when the film has a rate of its own."""
    assert find_flashes(blinking(hertz, 20)) == ()
    slower = [frame for number, frame in enumerate(blinking(hertz, 20)) if number % 12 in {0, 2, 5, 7, 10}]
    assert (
        find_flashes(chain.from_iterable(repeat(frame, 2 + number % 5 // 3) for number, frame in enumerate(slower)))
        == ()
    )


def test_three_flashes_that_are_over_within_a_second_are_none_too_many() -> None:
    """A camera's flash light three times in quick succession."""
    assert find_flashes([*still(1), *blinking(10, 0.3), *still(3)]) == ()


def test_a_small_change_of_light_is_no_flash() -> None:
    """Less than a tenth of white: flicker of a lamp, noise of a camera."""
    assert luminance(130) - luminance(106) < 0.1 < luminance(130) - luminance(90)
    assert find_flashes(blinking(10, 3, 130, 106)) == ()
    assert find_flashes(blinking(10, 3, 130, 90)) != ()


def test_a_change_between_two_bright_states_is_no_flash() -> None:
    """The darker one must be below 0.80 of white."""
    assert luminance(232) > 0.8
    assert find_flashes(blinking(10, 3, 255, 232)) == ()


def test_a_small_part_of_the_picture_may_blink() -> None:
    """A cursor, a warning light."""
    assert find_flashes(blinking(10, 3, cells=ENOUGH - 1)) == ()
    assert find_flashes(blinking(10, 3, cells=ENOUGH)) != ()


def test_a_change_in_many_small_steps_is_one_change() -> None:
    """A fade over a fifth of a second, up and down, five times a second, is five flashes; a slow one is none."""
    up = [bytes([grey] * CELLS) for grey in range(0, 256, 51)]
    assert find_flashes([*up, *reversed(up)] * 15) != ()
    slow = [frame for frame in (*up, *reversed(up)) for _ in range(4)]
    assert find_flashes(slow * 15) == ()


def test_passages_apart_are_told_apart() -> None:
    """The author finds each of them."""
    film = [*still(1), *blinking(10, 1.5), *still(5), *blinking(10, 1.5), *still(1)]
    first, second = find_flashes(film)
    assert first < 1.2
    assert 7.4 < second < 7.7


def test_a_still_picture_and_an_empty_film_have_none() -> None:
    """Slides, mostly."""
    assert find_flashes(still(60, 200)) == find_flashes([]) == ()

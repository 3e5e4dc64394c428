"""What the scripts that make golden vectors share: the signal, which Java makes again to the last bit
(io.timbre.signal.Golden), and the files, little-endian float32, row-major, beside the tests' resources.
"""

from pathlib import Path

import librosa
import numpy as np

FOLDER = Path(__file__).parents[1] / "resources/io/timbre/signal"

assert librosa.__version__.startswith("0.11")


def noise(samples):
    """Sixteen bits of a linear congruential generator."""
    state = 1
    for _ in range(samples):
        state = (state * 1664525 + 1013904223) % 2**32
        yield (state >> 16) - 2**15


def sawtooth(samples):
    """A rising sawtooth that swells, on noise 36 dB below full scale: no band is empty, no rounding is hidden."""
    values = np.empty(samples, np.float32)
    for n, grain in enumerate(noise(samples)):
        tooth = (3 * n * n // 8 + 400 * n) % 2**16 - 2**15
        swell = n % 1500
        values[n] = (swell * tooth + 48 * grain) / 2**26
    return values


def save(name, array):
    """Saves it by the name of its room and its own, as spectrum/mel-db."""
    file = FOLDER / f"{name}.f32"
    file.parent.mkdir(parents=True, exist_ok=True)
    np.ascontiguousarray(array).astype("<f4").tofile(file)

"""Makes the golden vectors of io.timbre.signal.resample with soxr 1.1, quality HQ, as librosa 0.11 calls it:
python3 resample.py

Little-endian float32, beside the tests' resources. The signal is made of integers, so that Java makes the same to the
last bit (ResamplerGoldenTest.signal()).
"""

from pathlib import Path

import librosa
import numpy as np

FOLDER = Path(__file__).parents[1] / "resources/io/timbre/signal/resample"
RATES_HZ = [(44100, 22050), (48000, 22050), (44101, 22050), (96000, 22050), (8000, 22050), (11025, 16000)]


def signal(samples):
    """A rising triangle wave that swells, on noise 48 dB below full scale: it falls by 12 dB an octave, as music does."""
    values = np.empty(samples, np.float32)
    state = 1
    for n in range(samples):
        state = (state * 1664525 + 1013904223) % 2**32
        noise = (state >> 16) - 2**15
        triangle = 2 * abs((n * n // 8 + 400 * n) % 2**16 - 2**15) - 2**15
        swell = n % 1500
        values[n] = (swell * triangle + 12 * noise) / 2**26
    return values


assert librosa.__version__.startswith("0.11")
FOLDER.mkdir(parents=True, exist_ok=True)
for from_hz, to_hz in RATES_HZ:
    resampled = librosa.resample(signal(1600), orig_sr=from_hz, target_sr=to_hz, res_type="soxr_hq")
    resampled.astype("<f4").tofile(FOLDER / f"{from_hz}-{to_hz}.f32")

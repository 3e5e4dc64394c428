"""Makes the golden vectors of io.timbre.signal.spectrum with librosa 0.11: python3 spectrum.py

Little-endian float32, row-major, beside the tests' resources. The signal is made of integers, so that Java makes the
same to the last bit (SpectrumGolden.signal()).
"""

from pathlib import Path

import librosa
import numpy as np

FOLDER = Path(__file__).parents[1] / "resources/io/timbre/signal/spectrum"
RATE_HZ = 22050


def signal(samples):
    """A rising sawtooth that swells, on noise 36 dB below full scale: no band is empty, no rounding is hidden."""
    values = np.empty(samples, np.float32)
    state = 1
    for n in range(samples):
        state = (state * 1664525 + 1013904223) % 2**32
        noise = (state >> 16) - 2**15
        sawtooth = (3 * n * n // 8 + 400 * n) % 2**16 - 2**15
        swell = n % 1500
        values[n] = (swell * sawtooth + 48 * noise) / 2**26
    return values


def save(name, array):
    np.ascontiguousarray(array).astype("<f4").tofile(FOLDER / f"{name}.f32")


def sparse(basis):
    """Each row as: first non-zero column, how many from there to the last, and those."""
    rows = []
    for row in basis:
        columns = np.flatnonzero(row)
        first, after = (columns[0], columns[-1] + 1) if len(columns) else (0, 0)
        rows.append(np.concatenate(([first, after - first], row[first:after])))
    return np.concatenate(rows)


assert librosa.__version__.startswith("0.11")
FOLDER.mkdir(parents=True, exist_ok=True)

save("mel-slaney", sparse(librosa.filters.mel(sr=RATE_HZ, n_fft=2048, n_mels=128)))
save("mel-slaney-heights", sparse(librosa.filters.mel(sr=44100, n_fft=1024, n_mels=64, fmin=30, fmax=16000, norm=None)))
save("mel-htk", sparse(librosa.filters.mel(sr=RATE_HZ, n_fft=2048, n_mels=128, htk=True)))
save("mel-htk-heights", sparse(librosa.filters.mel(sr=16000, n_fft=512, n_mels=40, fmin=80, fmax=7600, htk=True, norm=None)))
# Here it shows whether the frequencies of the bins are rounded as numpy.fft.rfftfreq rounds them.
save("mel-slaney-60", sparse(librosa.filters.mel(sr=RATE_HZ, n_fft=60, n_mels=8)))

x = signal(4096)
stft = librosa.stft(x, n_fft=512, hop_length=256)
save("stft-512-256-real", stft.real)
save("stft-512-256-imaginary", stft.imag)
save("stft-2048-700-magnitude", np.abs(librosa.stft(x, n_fft=2048, hop_length=700)))
save("stft-882-441-uncentred-magnitude", np.abs(librosa.stft(x, n_fft=882, hop_length=441, center=False)))

masked = stft * (np.arange(257) % 3 != 0)[:, np.newaxis]
save("istft-512-256-masked", librosa.istft(masked, hop_length=256, n_fft=512, length=len(x)))

power = librosa.feature.melspectrogram(y=x, sr=RATE_HZ)
save("mel-power", power)
save("mel-db", librosa.power_to_db(power, ref=1, top_db=None))
save("mel-db-below-loudest", librosa.power_to_db(power, ref=np.max, top_db=30))
save("mel-htk-db", librosa.power_to_db(librosa.feature.melspectrogram(y=x, sr=RATE_HZ, htk=True), ref=1, top_db=None))
save("mfcc", librosa.feature.mfcc(y=x, sr=RATE_HZ, n_mfcc=20))
save("mfcc-13-of-40", librosa.feature.mfcc(y=x, sr=RATE_HZ, n_mfcc=13, n_fft=512, hop_length=256, n_mels=40))

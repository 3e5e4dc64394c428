"""Makes the golden vectors of io.timbre.signal.descriptor with librosa 0.11: python3 descriptor.py

Little-endian float32, row-major, beside the tests' resources. The signal is made of integers, so that Java makes the
same to the last bit (DescriptorGolden.signal()).
"""

from pathlib import Path

import librosa
import numpy as np
import scipy.ndimage

FOLDER = Path(__file__).parents[1] / "resources/io/timbre/signal/descriptor"
RATE_HZ = 22050
SAMPLES = 100_000
HEAD = 4000


def signal(samples):
    """Four chords of sawtooths, 20 cents sharp, with strokes of noise 132 times a minute, and a silence."""
    values = np.empty(samples, np.float32)
    state = 1
    for n in range(samples):
        state = (state * 1664525 + 1013904223) % 2**32
        noise = (state >> 16) - 2**15
        root = (661, 742, 883, 990)[n // 20000 % 4]
        chord = sum(((n * root * step // 8) % 2**16) - 2**15 for step in (8, 10, 12))
        stroke = max(0, 4096 - n % 10000)
        silent = 70000 <= n < 77000
        values[n] = 0 if silent else (chord + ((noise * stroke) >> 10) + (noise >> 6)) / 2**19
    return values


def save(name, array):
    np.ascontiguousarray(array).astype("<f4").tofile(FOLDER / f"{name}.f32")


def centred(samples):
    return np.pad(samples, 1024, mode="reflect")


def hpss(samples):
    """As librosa.effects.hpss was until 0.9, whose inverse transform ended with the last whole hop."""
    parts = librosa.decompose.hpss(librosa.stft(centred(samples), center=False))
    return [librosa.util.fix_length(librosa.istft(part), size=len(samples)) for part in parts]


def describe(samples):
    """The 57 numbers of GTZAN's table, as it was made."""
    magnitude = np.abs(librosa.stft(centred(samples), center=False))
    decibels = librosa.power_to_db(librosa.feature.melspectrogram(S=magnitude**2))
    features = [
        librosa.feature.chroma_stft(S=magnitude**2),
        librosa.feature.rms(y=samples, pad_mode="reflect"),
        librosa.feature.spectral_centroid(S=magnitude),
        librosa.feature.spectral_bandwidth(S=magnitude),
        librosa.feature.spectral_rolloff(S=magnitude),
        librosa.feature.zero_crossing_rate(samples),
        *hpss(samples),
        *librosa.feature.mfcc(S=decibels, n_mfcc=20),
    ]
    row = [moment(feature, dtype=np.float64) for feature in features for moment in (np.mean, np.var)]
    strength = librosa.onset.onset_strength(S=decibels, aggregate=np.median)
    row.insert(16, librosa.beat.beat_track(onset_envelope=strength)[0].item())
    return np.array(row)


def main():
    assert librosa.__version__.startswith("0.11")
    FOLDER.mkdir(parents=True, exist_ok=True)

    x = signal(SAMPLES)
    magnitude = np.abs(librosa.stft(centred(x), center=False))
    save("zero-crossing-rate", librosa.feature.zero_crossing_rate(x))
    save("root-mean-square", librosa.feature.rms(y=x, pad_mode="reflect"))
    save("spectral-centroid", librosa.feature.spectral_centroid(S=magnitude))
    save("spectral-bandwidth", librosa.feature.spectral_bandwidth(S=magnitude))
    save("spectral-roll-off", librosa.feature.spectral_rolloff(S=magnitude))

    save("tuning", [librosa.estimate_tuning(S=magnitude**2)])
    save("chroma-bank", librosa.filters.chroma(sr=RATE_HZ, n_fft=2048, tuning=-0.23)[:, ::8])
    save("chroma", librosa.feature.chroma_stft(S=magnitude**2))

    decibels = librosa.power_to_db(librosa.feature.melspectrogram(S=magnitude**2))
    strength = librosa.onset.onset_strength(S=decibels, aggregate=np.median)
    save("onset-strength", strength)
    tempo = librosa.beat.beat_track(onset_envelope=strength)[0].item()
    save("tempo", [tempo])

    grid = np.abs(np.round(1000 * x[: 40 * 70])).reshape(40, 70)
    save("median-9", scipy.ndimage.median_filter(grid, size=(9, 1), mode="reflect"))
    save("median-31", scipy.ndimage.median_filter(grid[:12], size=(31, 1), mode="reflect"))

    harmonic, percussive = hpss(x[:HEAD])
    save("harmonic", harmonic)
    save("percussive", percussive)
    save("row", describe(x))


if __name__ == "__main__":
    main()

"""Makes the golden vectors of io.timbre.signal.descriptor with librosa 0.11: python3 descriptor.py

The signal is made of integers, so that Java makes the same to the last bit (DescriptorGolden.signal()).
"""

import librosa
import numpy as np
import scipy.ndimage

from golden import noise, save

RATE_HZ = 22050
SAMPLES = 100_000
HEAD = 4000


def signal(samples):
    """Four chords of sawtooths, 20 cents sharp, with strokes of noise 132 times a minute, and a silence."""
    values = np.empty(samples, np.float32)
    for n, grain in enumerate(noise(samples)):
        root = (661, 742, 883, 990)[n // 20000 % 4]
        chord = sum(((n * root * step // 8) % 2**16) - 2**15 for step in (8, 10, 12))
        stroke = max(0, 4096 - n % 10000)
        silent = 70000 <= n < 77000
        values[n] = 0 if silent else (chord + ((grain * stroke) >> 10) + (grain >> 6)) / 2**19
    return values


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
    x = signal(SAMPLES)
    magnitude = np.abs(librosa.stft(centred(x), center=False))
    save("descriptor/zero-crossing-rate", librosa.feature.zero_crossing_rate(x))
    save("descriptor/root-mean-square", librosa.feature.rms(y=x, pad_mode="reflect"))
    save("descriptor/spectral-centroid", librosa.feature.spectral_centroid(S=magnitude))
    save("descriptor/spectral-bandwidth", librosa.feature.spectral_bandwidth(S=magnitude))
    save("descriptor/spectral-roll-off", librosa.feature.spectral_rolloff(S=magnitude))

    save("descriptor/tuning", [librosa.estimate_tuning(S=magnitude**2)])
    save("descriptor/chroma-bank", librosa.filters.chroma(sr=RATE_HZ, n_fft=2048, tuning=-0.23)[:, ::8])
    save("descriptor/chroma", librosa.feature.chroma_stft(S=magnitude**2))

    decibels = librosa.power_to_db(librosa.feature.melspectrogram(S=magnitude**2))
    strength = librosa.onset.onset_strength(S=decibels, aggregate=np.median)
    save("descriptor/onset-strength", strength)
    tempo = librosa.beat.beat_track(onset_envelope=strength)[0].item()
    save("descriptor/tempo", [tempo])

    grid = np.abs(np.round(1000 * x[: 40 * 70])).reshape(40, 70)
    save("descriptor/median-9", scipy.ndimage.median_filter(grid, size=(9, 1), mode="reflect"))
    save("descriptor/median-31", scipy.ndimage.median_filter(grid[:12], size=(31, 1), mode="reflect"))

    harmonic, percussive = hpss(x[:HEAD])
    save("descriptor/harmonic", harmonic)
    save("descriptor/percussive", percussive)
    save("descriptor/row", describe(x))


if __name__ == "__main__":
    main()

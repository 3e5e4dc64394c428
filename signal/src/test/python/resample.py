"""Makes the golden vectors of io.timbre.signal.resample with soxr 1.1, quality HQ, as librosa 0.11 calls it:
python3 resample.py

The wave is made of integers, so that Java makes the same to the last bit (ResamplerGoldenTest.wave()); the music is
stored beside what becomes of it.
"""

import librosa
import numpy as np
import soxr

from golden import noise, save

RATES_HZ = [(44100, 22050), (48000, 22050), (44101, 22050), (96000, 22050), (8000, 22050), (11025, 16000)]
MUSIC_RATES_HZ = [(44100, 22050), (48000, 22050)]


def wave(samples):
    """A rising triangle wave that swells, on noise 48 dB below full scale: it falls by 12 dB an octave, as music does."""
    values = np.empty(samples, np.float32)
    for n, grain in enumerate(noise(samples)):
        triangle = 2 * abs((n * n // 8 + 400 * n) % 2**16 - 2**15) - 2**15
        swell = n % 1500
        values[n] = (swell * triangle + 12 * grain) / 2**26
    return values


def plucked(period, samples):
    """A string by Karplus and Strong, 1983, plucked with a soft finger."""
    string = np.zeros(samples)
    string[: period + 1] = np.convolve(list(noise(period + 8)), np.hanning(10)[1:-1], "valid")
    for n in range(period + 1, samples):
        string[n] = 0.498 * (string[n - period] + string[n - period - 1])
    return string


def music(samples):
    """A plucked chord on a bass note, and a stroke on a cymbal, whose noise is white, that dies away."""
    chord = sum(plucked(period, samples) for period in (100, 126, 150))
    bass = plucked(401, samples)
    cymbal = np.fromiter(noise(samples), np.float64) * np.exp(-np.arange(samples) / 700)
    mixture = chord / 4 + bass + np.roll(cymbal, samples // 3) / 24
    return (mixture / np.abs(mixture).max() * 0.9).astype(np.float32)


def resampled(signal, from_hz, to_hz):
    return librosa.resample(signal, orig_sr=from_hz, target_sr=to_hz, res_type="soxr_hq")


assert soxr.__version__.startswith("1.1")
for from_hz, to_hz in RATES_HZ:
    save(f"resample/{from_hz}-{to_hz}", resampled(wave(1600), from_hz, to_hz))
excerpt = music(4096)
save("resample/music", excerpt)
for from_hz, to_hz in MUSIC_RATES_HZ:
    save(f"resample/music-{from_hz}-{to_hz}", resampled(excerpt, from_hz, to_hz))

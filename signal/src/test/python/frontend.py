"""Makes the golden vectors of io.timbre.signal.frontend with librosa 0.11, scipy and numpy: python3 frontend.py"""

import librosa
import numpy as np
import scipy.signal
from matplotlib import colormaps

from golden import save, sawtooth


def wide_signal(samples):
    """Half of the signal, then parabolas at 110 Hz, whose harmonics fall by 18 dB an octave: bands over 100 dB apart."""
    values = sawtooth(samples)
    for n in range(samples // 2, samples):
        half, place = divmod(327 * n, 2**15)
        values[n] = (-1) ** half * place * (2**15 - place) / 2**29
    return values


def sixteen_bits(x):
    return np.clip(np.rint(x.astype(np.float64) * 32768), -32768, 32767).astype(np.int16)


def unit_range(a):
    return (a - a.min()) / (a.max() - a.min())


def bands(x):
    """The thesis: the largest bin of each of four bands up to 250 Hz, four up to 4 kHz and four above."""
    hz, _, power = scipy.signal.spectrogram(x.astype(np.float64), 44100, "hann", 8820, 4410, scaling="spectrum")
    edges = np.concatenate((np.linspace(0, 250, 5), np.linspace(250, 4000, 5)[1:], np.linspace(4000, 22050, 5)[1:]))
    edges[-1] += 1
    return unit_range(np.stack([power[(hz >= low) & (hz < high)].max(0) for low, high in zip(edges, edges[1:])]))


def getec_bands(x):
    """The program: 16 bits in, powers cast to 16 bits, the mean of every 401 bins."""
    _, _, power = scipy.signal.spectrogram(sixteen_bits(x), 44100, "hann", 8820, 4410, scaling="spectrum")
    with np.errstate(invalid="ignore"):
        wrapped = power.astype(np.int16)
    assert (wrapped < 0).any()
    return unit_range(wrapped.reshape(11, 401, -1).mean(1))


def picture(x):
    """What is left of pcolormesh(log(spectrogram)) in the green channel, 496 x 370 pixels averaged to 248 x 128."""
    _, _, power = scipy.signal.spectrogram(sixteen_bits(x).astype(np.float64), 22050)
    cells = np.log(power[:-1, :-1])
    green = colormaps["viridis"](unit_range(cells), bytes=True)[..., 1].astype(float)
    frames = [((p + 1) * cells.shape[1] - 1) // 496 for p in range(496)]
    bins = [min(127, ((p + 1) * 1280 - 1) // 3696) for p in range(370)]
    pixels = green[bins][:, frames].reshape(370, 248, 2).mean(2)
    # 370 rows to 128: each repeated 64 times, then the mean of 185.
    return np.repeat(pixels, 64, axis=0).reshape(128, 185, 248).mean(1)[::-1]


save("frontend/stft-257x173", np.abs(librosa.stft(sawtooth(44100), n_fft=512, hop_length=256))[:, ::12])
power = librosa.feature.melspectrogram(y=wide_signal(44032), sr=22050)
save("frontend/log-mel", librosa.power_to_db(power, ref=1, top_db=None)[:, ::6])
x = sawtooth(22050)
save("frontend/mel", librosa.power_to_db(librosa.feature.melspectrogram(y=x, sr=22050), ref=np.max).T)
save("frontend/mfcc", librosa.feature.mfcc(y=x, sr=22050).T)
x = sawtooth(132300)
save("frontend/bands-12x29", bands(x))
save("frontend/bands-11x29-getec", getec_bands(x))
save("frontend/linear-128x248", picture(sawtooth(220500))[:, ::16])

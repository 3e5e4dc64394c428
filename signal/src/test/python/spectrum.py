"""Makes the golden vectors of io.timbre.signal.spectrum with librosa 0.11: python3 spectrum.py"""

import librosa
import numpy as np

from golden import save, sawtooth

RATE_HZ = 22050


def sparse(basis):
    """Each row as: first non-zero column, how many from there to the last, and those."""
    rows = []
    for row in basis:
        columns = np.flatnonzero(row)
        first, after = (columns[0], columns[-1] + 1) if len(columns) else (0, 0)
        rows.append(np.concatenate(([first, after - first], row[first:after])))
    return np.concatenate(rows)


save("spectrum/mel-slaney", sparse(librosa.filters.mel(sr=RATE_HZ, n_fft=2048, n_mels=128)))
save("spectrum/mel-slaney-heights", sparse(librosa.filters.mel(sr=44100, n_fft=1024, n_mels=64, fmin=30, fmax=16000, norm=None)))
save("spectrum/mel-htk", sparse(librosa.filters.mel(sr=RATE_HZ, n_fft=2048, n_mels=128, htk=True)))
save("spectrum/mel-htk-heights", sparse(librosa.filters.mel(sr=16000, n_fft=512, n_mels=40, fmin=80, fmax=7600, htk=True, norm=None)))
# Here it shows whether the frequencies of the bins are rounded as numpy.fft.rfftfreq rounds them.
save("spectrum/mel-slaney-60", sparse(librosa.filters.mel(sr=RATE_HZ, n_fft=60, n_mels=8)))

x = sawtooth(4096)
stft = librosa.stft(x, n_fft=512, hop_length=256)
save("spectrum/stft-512-256-real", stft.real)
save("spectrum/stft-512-256-imaginary", stft.imag)
save("spectrum/stft-2048-700-magnitude", np.abs(librosa.stft(x, n_fft=2048, hop_length=700)))
save("spectrum/stft-882-441-uncentred-magnitude", np.abs(librosa.stft(x, n_fft=882, hop_length=441, center=False)))

masked = stft * (np.arange(257) % 3 != 0)[:, np.newaxis]
save("spectrum/istft-512-256-masked", librosa.istft(masked, hop_length=256, n_fft=512, length=len(x)))

power = librosa.feature.melspectrogram(y=x, sr=RATE_HZ)
save("spectrum/mel-power", power)
save("spectrum/mel-db", librosa.power_to_db(power, ref=1, top_db=None))
save("spectrum/mel-db-below-loudest", librosa.power_to_db(power, ref=np.max, top_db=30))
save("spectrum/mel-htk-db", librosa.power_to_db(librosa.feature.melspectrogram(y=x, sr=RATE_HZ, htk=True), ref=1, top_db=None))
save("spectrum/mfcc", librosa.feature.mfcc(y=x, sr=RATE_HZ, n_mfcc=20))
save("spectrum/mfcc-13-of-40", librosa.feature.mfcc(y=x, sr=RATE_HZ, n_mfcc=13, n_fft=512, hop_length=256, n_mels=40))

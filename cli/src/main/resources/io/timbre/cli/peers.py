"""Does the tasks of `timbre bench signal` with librosa and torch, those of them that the arguments name.

First a line of JSON with the version of each library that is here; then, for each request of a line, a line in reply:
  {"peer", "task", "file", "rate", "times"}  ->  {"began", "ended"}   nanoseconds of a clock that all processes share
  {"peer", "task", "file", "rate", "result"} ->  {}                   the numbers, float32, in the file `result`
and {"error"} to either. The libraries' own threads are set by the environment (OMP_NUM_THREADS and the like).
"""
import functools
import importlib
import json
import os
import sys
import time
import warnings

import numpy as np

warnings.simplefilter("ignore")


def version(name):
    try:
        return importlib.import_module(name).__version__
    except ImportError:
        return None


VERSIONS = {name: version(name) for name in sys.argv[1:]}
RATE = 22050


def samples(file):
    """What ends in .f32 is samples; kept, so that only their transform is timed."""
    return np.fromfile(file, "<f4")


kept_samples = functools.cache(samples)


def segments(y):
    """At most 16 of 2 s, each in the middle of its share; tracks of 120 s and more lose 30 s at either end."""
    length = 86 * 512
    edge = 30 * RATE if len(y) >= 120 * RATE else 0
    usable = len(y) - 2 * edge
    count = min(16, usable // length)
    starts = [edge + int((i + 0.5) * usable / count - length / 2) for i in range(count)]
    return np.stack([y[start : start + length] for start in starts])


LIBROSA = {}
if VERSIONS.get("librosa"):
    import librosa

    def mel_power(y):
        return librosa.feature.melspectrogram(y=y, sr=RATE, n_fft=2048, hop_length=512, n_mels=128)

    def log_mel(y):
        return librosa.power_to_db(mel_power(y), ref=np.max)

    def log_mel_segments(y):
        return librosa.power_to_db(mel_power(segments(y)), ref=1, top_db=None)

    def load(file, rate):
        return librosa.load(file, sr=rate)[0]

    LIBROSA = {
        "decode": lambda file, rate: librosa.load(file, sr=None)[0],
        "load": load,
        "log-mel": lambda file, rate: log_mel(kept_samples(file)),
        "mfcc": lambda file, rate: librosa.feature.mfcc(y=kept_samples(file), sr=rate, n_mfcc=20),
        "stft 2048/512": lambda file, rate: librosa.stft(kept_samples(file), n_fft=2048, hop_length=512),
        "stft 512/256": lambda file, rate: librosa.stft(kept_samples(file), n_fft=512, hop_length=256),
        "file to log-mel": lambda file, rate: log_mel(load(file, rate)),
        "file to segments": lambda file, rate: log_mel_segments(load(file, rate)),
    }

TORCH = {}
if VERSIONS.get("torch"):
    import torch

    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "1")))
    torch.set_grad_enabled(False)

    @functools.cache
    def window(fft_size):
        return torch.hann_window(fft_size)

    @functools.cache
    def mel_basis():
        return torch.from_numpy(librosa.filters.mel(sr=RATE, n_fft=2048, n_mels=128))

    @functools.cache
    def cosines():
        band = np.arange(128) + 0.5
        basis = np.sqrt(2 / 128) * np.cos(np.pi * np.arange(20)[:, None] * band / 128)
        basis[0] /= np.sqrt(2)
        return torch.from_numpy(basis.astype(np.float32))

    def stft(y, fft_size, hop_length):
        return torch.stft(
            torch.from_numpy(y), fft_size, hop_length,
            window=window(fft_size), center=True, pad_mode="constant", return_complex=True)

    def absolute_decibels(y):
        spectrum = stft(y, 2048, 512)
        power = mel_basis() @ (spectrum.real.square() + spectrum.imag.square())
        return 10 * torch.log10(power.clamp_min(1e-10))

    def decibels(y):
        absolute = absolute_decibels(y)
        return torch.maximum(absolute, absolute.max() - 80)

    def torch_log_mel(y):
        absolute = decibels(y)
        return (absolute - absolute.max()).numpy()

    TORCH = {
        "stft 2048/512": lambda file, rate: stft(kept_samples(file), 2048, 512).numpy(),
        "stft 512/256": lambda file, rate: stft(kept_samples(file), 512, 256).numpy(),
    }
    if VERSIONS.get("librosa"):  # Its filters, and its way to read files: torch has none of its own.
        TORCH |= {
            "log-mel": lambda file, rate: torch_log_mel(kept_samples(file)),
            "mfcc": lambda file, rate: (cosines() @ decibels(kept_samples(file))).numpy(),
            "file to log-mel": lambda file, rate: torch_log_mel(load(file, rate)),
            "file to segments": lambda file, rate: absolute_decibels(segments(load(file, rate))).numpy(),
        }

TASKS = {"librosa": LIBROSA, "torch": TORCH}


def answer(request):
    run = TASKS[request["peer"]][request["task"]]
    file, rate = request["file"], request["rate"]
    if "result" in request:
        values = run(file, rate)
        if np.iscomplexobj(values):
            values = np.stack([values.real, values.imag])
        np.ascontiguousarray(values, "<f4").tofile(request["result"])
        return {}
    began = time.perf_counter_ns()
    for _ in range(request["times"]):
        run(file, rate)
    return {"began": began, "ended": time.perf_counter_ns()}


def say(line):
    print(json.dumps(line), flush=True)


say({"versions": {name: v for name, v in VERSIONS.items() if v}, "tasks": {p: list(t) for p, t in TASKS.items()}})
for line in sys.stdin:
    try:
        say(answer(json.loads(line)))
    except Exception as e:
        say({"error": f"{type(e).__name__}: {e}"})

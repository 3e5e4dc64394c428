"""Compares our descriptors of real recordings with librosa's of the same samples:

    python3 descriptors_of_recordings.py FOLDER_OF_FLACS DESCRIPTORS_CSV

DESCRIPTORS_CSV is what DescriptorsIT leaves under target. Prints one line a column: the largest difference of any
recording, as a share of the column's standard deviation over them.
"""

import sys
from pathlib import Path

import librosa
import numpy as np
import pandas as pd
import soundfile

from descriptor import describe

folder, csv = sys.argv[1:]
ours = pd.read_csv(csv, dtype={"track": str}).set_index("track")
files = {file.stem: file for file in Path(folder).rglob("*.flac")}
theirs = np.array([describe(soundfile.read(files[track], dtype="float32")[0]) for track in ours.index])
difference = np.abs(ours.to_numpy() - theirs).max(axis=0) / theirs.std(axis=0)
print(f"librosa {librosa.__version__}, {len(ours)} recordings")
for column, value in zip(ours.columns, difference):
    print(f"{column:24} {value:.1e}")

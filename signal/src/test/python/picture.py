"""Writes the colour tables of the pictures: 256 entries of three bytes each, red, green, blue.

viridis, magma, inferno: S. van der Walt, N. Smith and E. Firing, https://bids.github.io/colormap, released under CC0,
read from matplotlib's copy. coolwarm: computed here by the formula of K. Moreland, "Diverging Color Maps for
Scientific Visualization", ISVC 2009; matplotlib's, interpolated between 33 colours,
is within 4 of 255 of it, which is checked.

    python3 signal/src/test/python/picture.py
"""

import pathlib

import matplotlib
import numpy as np

FOLDER = pathlib.Path(__file__).parents[2] / "main/resources/io/timbre/signal/picture"
# Of linear sRGB to CIE XYZ, D65.
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = TO_XYZ @ np.ones(3)


def to_msh(rgb):
    rgb = np.array(rgb) / 255
    linear = np.where(rgb > 0.04045, ((rgb + 0.055) / 1.055) ** 2.4, rgb / 12.92)
    t = TO_XYZ @ linear / WHITE
    f = np.where(t > 0.008856, np.cbrt(t), 7.787 * t + 16 / 116)
    lightness, a, b = 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])
    magnitude = np.sqrt(lightness**2 + a**2 + b**2)
    return np.array([magnitude, np.arccos(lightness / magnitude), np.arctan2(b, a)])


def to_rgb(msh):
    magnitude, saturation, hue = msh
    lightness = magnitude * np.cos(saturation)
    a, b = magnitude * np.sin(saturation) * np.cos(hue), magnitude * np.sin(saturation) * np.sin(hue)
    f = np.array([a / 500 + (lightness + 16) / 116, (lightness + 16) / 116, (lightness + 16) / 116 - b / 200])
    xyz = np.where(f > 0.206893, f**3, (f - 16 / 116) / 7.787) * WHITE
    linear = np.clip(np.linalg.inv(TO_XYZ) @ xyz, 0, 1)
    return np.where(linear > 0.0031308, 1.055 * linear ** (1 / 2.4) - 0.055, 12.92 * linear)


def hue_at_white(msh, white_magnitude):
    magnitude, saturation, hue = msh
    spin = saturation * np.sqrt(white_magnitude**2 - magnitude**2) / (magnitude * np.sin(saturation))
    return hue + spin if hue > -np.pi / 3 else hue - spin


def coolwarm(x):
    cold, warm = to_msh((59, 76, 192)), to_msh((180, 4, 38))
    white = max(cold[0], warm[0], 88)
    if x < 0.5:
        start, end, share = cold, np.array([white, 0, hue_at_white(cold, white)]), 2 * x
    else:
        start, end, share = np.array([white, 0, hue_at_white(warm, white)]), warm, 2 * x - 1
    return to_rgb((1 - share) * start + share * end)


def write(name, rgb):
    table = np.round(255 * np.asarray(rgb)[:, :3]).astype(np.uint8)
    assert table.shape == (256, 3)
    (FOLDER / f"{name}.rgb").write_bytes(table.tobytes())
    return table.astype(int)


def published(name):
    return matplotlib.colormaps[name](np.arange(256))


FOLDER.mkdir(parents=True, exist_ok=True)
for name in ("viridis", "magma", "inferno"):
    write(name, published(name))
write("grey", np.repeat(np.arange(256)[:, None] / 255, 3, axis=1))
ours = write("coolwarm", [coolwarm(x) for x in np.linspace(0, 1, 256)])
difference = np.abs(ours - np.round(255 * published("coolwarm")[:, :3]))
print("coolwarm: at most", difference.max(), "of 255 from matplotlib's")
assert difference.max() <= 4

"""Does the cases of `timbre bench networks` with a library, on networks that are written as Timbre's tables.

Its argument is the library: torch or keras (on TensorFlow). First a line of JSON with its version, if it is here; then,
for each request of a line, a line in reply:
  {"network", "each", "task", "batch"}  ->  {"parameters", "shapes"}  makes the network ready for `prediction` or
                                            `training`; "each": whether each logit is a yes or a no of its own
  {"times"}                             ->  {"began", "ended"}        nanoseconds; the task, on a batch, so many times
and {"error"} to either. A job begins with numbers in numpy's memory, which it copies, and ends with numbers there.
Threads are set by the environment (OMP_NUM_THREADS).
"""
import json
import os
import sys
import time


def noise(batch, shape):
    return numpy.random.default_rng(1).standard_normal((batch, *shape), numpy.float32)


def torch_library():
    import torch
    from torch import nn

    def lambda_layer(function):
        class Layer(nn.Module):
            def forward(self, x):
                return function(x)

        return Layer()

    class Standardisation(nn.Module):
        def __init__(self, shape):
            super().__init__()
            bands = shape[0] if len(shape) == 1 else shape[1]
            view = (bands, 1) if len(shape) == 3 else (bands,)
            self.register_buffer("mean", torch.zeros(view))
            self.register_buffer("deviation", torch.ones(view))

        def forward(self, x):
            return (x - self.mean) / self.deviation

    class Recurrent(nn.Module):
        def __init__(self, cell, inputs, units):
            super().__init__()
            kinds = {"LSTM": nn.LSTM, "GRU": nn.GRU}
            if cell in kinds:
                self.cell = kinds[cell](inputs, units, batch_first=True)
            else:
                self.cell = nn.RNN(inputs, units, batch_first=True, nonlinearity=cell.removeprefix("RNN_").lower())

        def forward(self, x):
            return self.cell(x)[0]

    class StepwiseNormalisation(nn.Module):
        def __init__(self, values):
            super().__init__()
            self.normalisation = nn.BatchNorm1d(values)

        def forward(self, x):
            return self.normalisation(x.flatten(0, 1)).view_as(x)

    class Branches(nn.Module):
        def __init__(self, shape, branches):
            super().__init__()
            self.branches = nn.ModuleList(sequence(shape, branch) for branch in branches)

        def forward(self, x):
            return torch.cat([branch(x) for branch in self.branches], 1)

    def normalisation(shape):
        if len(shape) == 2:
            return StepwiseNormalisation(shape[1])
        return nn.BatchNorm2d(shape[0]) if len(shape) == 3 else nn.BatchNorm1d(shape[0])

    LAYERS = {
        "Standardisation": lambda shape, of: Standardisation(shape),
        "Convolution": lambda shape, of: nn.Conv2d(
            shape[0], of["filters"], pair(of["kernel"]), pair(of["stride"]), pair(of["padding"])
        ),
        "Relu": lambda shape, of: nn.ReLU(),
        "LeakyRelu": lambda shape, of: nn.LeakyReLU(of["slope"]),
        "Tanh": lambda shape, of: nn.Tanh(),
        "MaxPool": lambda shape, of: nn.MaxPool2d(of["size"]),
        "GlobalAveragePool": lambda shape, of: lambda_layer(lambda x: x.mean((2, 3))),
        "Dropout": lambda shape, of: nn.Dropout(of["rate"]),
        "FullyConnected": lambda shape, of: nn.Linear(shape[0], of["units"]),
        "Recurrent": lambda shape, of: Recurrent(of["cell"], shape[1], of["units"]),
        "BatchNormalisation": lambda shape, of: normalisation(shape),
        "Branches": lambda shape, of: Branches(shape, of["branches"]),
        "Flatten": lambda shape, of: nn.Flatten(),
        "FramesAsSteps": lambda shape, of: lambda_layer(lambda x: x.permute(0, 3, 1, 2).flatten(2)),
        "BandsAsSteps": lambda shape, of: lambda_layer(lambda x: x.squeeze(1)),
        "LastStep": lambda shape, of: lambda_layer(lambda x: x[:, -1]),
        "MaxOverTime": lambda shape, of: lambda_layer(lambda x: x.amax(1)),
        "Part": lambda shape, of: lambda_layer(lambda x: x[:, of["from"] : of["from"] + of["length"]]),
        "Reshape": lambda shape, of: lambda_layer(lambda x: x.reshape(-1, *of["shape"])),
        "Upsampling": lambda shape, of: nn.Upsample(scale_factor=of["factor"]),
    }

    def sequence(shape, table, shapes=None):
        layers = []
        x = torch.zeros(2, *shape)
        for line in table:
            layer = LAYERS[line["layer"]](tuple(x.shape[1:]), line)
            x = layer(x)
            layers.append(layer)
            if shapes is not None:
                shapes.append(list(x.shape[1:]))
        return nn.Sequential(*layers)

    def parameters(network):
        """As Timbre counts them: what a batch normalisation measured counts, how many batches it has seen does not."""
        numbers = list(network.parameters()) + [buffer for buffer in network.buffers() if buffer.dim() > 0]
        return sum(array.numel() for array in numbers)

    class Prediction:
        def __init__(self, network, inputs, each):
            self.network = network.eval()
            self.inputs = inputs

        def run(self):
            with torch.inference_mode():
                return self.network(torch.tensor(self.inputs)).numpy()

    class Training:
        def __init__(self, network, inputs, each):
            self.network = network.train()
            self.inputs = inputs
            self.optimiser = torch.optim.Adam(network.parameters(), 1e-3)
            outputs = network(torch.zeros(2, *inputs.shape[1:])).shape[1]
            self.targets = (
                numpy.zeros((len(inputs), outputs), numpy.float32) if each else numpy.zeros(len(inputs), numpy.int64)
            )
            self.loss = nn.BCEWithLogitsLoss() if each else nn.CrossEntropyLoss()

        def run(self):
            inputs, targets = torch.tensor(self.inputs), torch.tensor(self.targets)
            self.optimiser.zero_grad()
            logits = self.network(inputs)
            mean = self.loss(logits, targets)
            mean.backward()
            self.optimiser.step()
            logits.detach().numpy()
            return mean.item()

    tasks = {"prediction": Prediction, "training": Training}

    def ready(table, each, task, batch):
        shapes = []
        network = sequence(table["inputShape"], table["layers"], shapes)
        made = {"parameters": parameters(network), "shapes": shapes}
        return tasks[task](network, noise(batch, table["inputShape"]), each), made

    return torch.__version__, ready


def keras_library():
    os.environ["CUDA_VISIBLE_DEVICES"] = ""
    os.environ["KERAS_BACKEND"] = "tensorflow"
    import keras
    import tensorflow
    from keras import layers

    tensorflow.config.threading.set_intra_op_parallelism_threads(1)
    tensorflow.config.threading.set_inter_op_parallelism_threads(1)

    class Standardisation(layers.Layer):
        def build(self, shape):
            bands = (shape[1], 1, 1) if len(shape) == 4 else shape[-1:]
            self.mean = self.add_weight(shape=bands, initializer="zeros", trainable=False)
            self.deviation = self.add_weight(shape=bands, initializer="ones", trainable=False)

        def call(self, x):
            return (x - self.mean) / self.deviation

    def convolution(x, of):
        kernel, stride, padding = pair(of["kernel"]), pair(of["stride"]), pair(of["padding"])
        same = stride == (1, 1) and all(2 * p == k - 1 for p, k in zip(padding, kernel))
        if not same and padding != (0, 0):
            x = layers.ZeroPadding2D(padding)(x)
        return layers.Conv2D(of["filters"], kernel, stride, "same" if same else "valid")(x)

    def recurrent(x, of):
        kinds = {"LSTM": layers.LSTM, "GRU": layers.GRU}
        if of["cell"] in kinds:
            return kinds[of["cell"]](of["units"], return_sequences=True)(x)
        activation = of["cell"].removeprefix("RNN_").lower()
        return layers.SimpleRNN(of["units"], activation, return_sequences=True)(x)

    def reshaped(x, shape):
        x = layers.Reshape(shape)(x)
        return layers.Permute((2, 3, 1))(x) if len(shape) == 3 else x

    # pictures are (height, width, channels), as TensorFlow wants them on a CPU
    table = {
        "Standardisation": lambda x, of: Standardisation()(x),
        "Convolution": convolution,
        "Relu": lambda x, of: layers.ReLU()(x),
        "LeakyRelu": lambda x, of: layers.LeakyReLU(of["slope"])(x),
        "Tanh": lambda x, of: layers.Activation("tanh")(x),
        "MaxPool": lambda x, of: layers.MaxPooling2D(of["size"])(x),
        "GlobalAveragePool": lambda x, of: layers.GlobalAveragePooling2D()(x),
        "Dropout": lambda x, of: layers.Dropout(of["rate"])(x),
        "FullyConnected": lambda x, of: layers.Dense(of["units"])(x),
        "Recurrent": recurrent,
        "BatchNormalisation": lambda x, of: layers.BatchNormalization()(x),
        "Branches": lambda x, of: layers.Concatenate()([sequence(x, branch) for branch in of["branches"]]),
        "Flatten": lambda x, of: layers.Flatten()(x),
        "FramesAsSteps": lambda x, of: layers.Reshape((x.shape[2], x.shape[3] * x.shape[1]))(
            layers.Permute((2, 3, 1))(x)
        ),
        "BandsAsSteps": lambda x, of: layers.Reshape(x.shape[1:3])(x),
        "LastStep": lambda x, of: x[:, -1],
        "MaxOverTime": lambda x, of: layers.GlobalMaxPooling1D()(x),
        "Part": lambda x, of: x[:, of["from"] : of["from"] + of["length"]],
        "Reshape": lambda x, of: reshaped(x, of["shape"]),
        "Upsampling": lambda x, of: layers.UpSampling2D(of["factor"])(x),
    }

    def sequence(x, lines, shapes=None):
        for line in lines:
            x = table[line["layer"]](x, line)
            if shapes is not None:
                shape = list(x.shape[1:])
                shapes.append([shape[2], *shape[:2]] if len(shape) == 3 else shape)
        return x

    def parameters(network):
        """As Timbre counts them: Keras keeps one bias of a recurrent layer where others keep two that they add."""
        added = sum(
            layer.cell.bias.shape[0]
            for layer in network.layers
            if isinstance(layer, (layers.LSTM, layers.SimpleRNN))
        )
        return sum(array.size for array in network.get_weights()) + added

    class Prediction:
        def __init__(self, network, inputs, each):
            self.network = network
            self.inputs = inputs

        def run(self):
            return self.network.predict_on_batch(self.inputs.copy())

    class Training:
        def __init__(self, network, inputs, each):
            self.network = network
            self.inputs = inputs
            losses = keras.losses
            loss = losses.BinaryCrossentropy if each else losses.SparseCategoricalCrossentropy
            network.compile(keras.optimizers.Adam(1e-3), loss(from_logits=True))
            shape = (len(inputs), network.output_shape[1]) if each else len(inputs)
            self.targets = numpy.zeros(shape, numpy.float32 if each else numpy.int64)

        def run(self):
            return self.network.train_on_batch(self.inputs.copy(), self.targets.copy())

    tasks = {"prediction": Prediction, "training": Training}

    def ready(network, each, task, batch):
        keras.backend.clear_session()
        shape = network["inputShape"]
        shape = [*shape[1:], shape[0]] if len(shape) == 3 else shape
        x = layers.Input(shape)
        shapes = []
        made = keras.Model(x, sequence(x, network["layers"], shapes))
        return tasks[task](made, noise(batch, shape), each), {"parameters": int(parameters(made)), "shapes": shapes}

    return keras.__version__, ready


def pair(size):
    return size["height"], size["width"]


def answer(request):
    global job
    if "network" in request:
        job, made = make_ready(request["network"], request["each"], request["task"], request["batch"])
        return made
    began = time.monotonic_ns()
    for _ in range(request["times"]):
        result = job.run()
    ended = time.monotonic_ns()
    if not numpy.isfinite(result).all():
        raise ValueError("neither logits nor a loss came of it")
    return {"began": began, "ended": ended}


job = None
name = sys.argv[1]
try:
    import numpy

    version, make_ready = {"torch": torch_library, "keras": keras_library}[name]()
    print(json.dumps({"versions": {name: version}}), flush=True)
except ImportError:
    print(json.dumps({"versions": {}}), flush=True)
for line in sys.stdin:
    try:
        reply = answer(json.loads(line))
    except Exception as e:  # whatever it is, whoever asked must learn of it
        reply = {"error": f"{type(e).__name__}: {e}"}
    print(json.dumps(reply), flush=True)

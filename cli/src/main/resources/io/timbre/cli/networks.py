"""Does the cases of `timbre bench networks` with torch, on networks that are written as Timbre's tables.

First a line of JSON with the version of torch, if it is here; then, for each request of a line, a line in reply:
  {"network", "task", "batch"}  ->  {"parameters"}      makes the network ready for `prediction` or `training`
  {"times"}                     ->  {"began", "ended"}  nanoseconds; the task, on a batch, so many times
and {"error"} to either. Threads are set by the environment (OMP_NUM_THREADS).
"""
import json
import sys
import time

try:
    import torch
    from torch import nn

    VERSIONS = {"torch": torch.__version__}
except ImportError:
    VERSIONS = {}


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


def pair(size):
    return size["height"], size["width"]


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


def sequence(shape, table):
    layers = []
    x = torch.zeros(2, *shape)
    for line in table:
        layer = LAYERS[line["layer"]](tuple(x.shape[1:]), line)
        x = layer(x)
        layers.append(layer)
    return nn.Sequential(*layers)


def parameters(network):
    """As Timbre counts them: what a batch normalisation measured counts, how many batches it has seen does not."""
    numbers = list(network.parameters()) + [buffer for buffer in network.buffers() if buffer.dim() > 0]
    return sum(array.numel() for array in numbers)


class Prediction:
    def __init__(self, network, inputs):
        self.network = network.eval()
        self.inputs = inputs

    def run(self):
        with torch.inference_mode():
            self.network(self.inputs).numpy()


class Training:
    def __init__(self, network, inputs):
        self.network = network.train()
        self.inputs = inputs
        self.optimiser = torch.optim.Adam(network.parameters(), 1e-3)
        outputs = network(inputs).shape[1]
        self.targets = torch.zeros(len(inputs), 1) if outputs == 1 else torch.zeros(len(inputs), dtype=torch.long)
        self.loss = nn.BCEWithLogitsLoss() if outputs == 1 else nn.CrossEntropyLoss()

    def run(self):
        self.optimiser.zero_grad()
        mean = self.loss(self.network(self.inputs), self.targets)
        mean.backward()
        self.optimiser.step()
        mean.item()


TASKS = {"prediction": Prediction, "training": Training}
ready = None


def answer(request):
    global ready
    if "network" in request:
        table = request["network"]
        network = sequence(table["inputShape"], table["layers"])
        inputs = torch.randn(request["batch"], *table["inputShape"])
        ready = TASKS[request["task"]](network, inputs)
        return {"parameters": parameters(network)}
    began = time.monotonic_ns()
    for _ in range(request["times"]):
        ready.run()
    return {"began": began, "ended": time.monotonic_ns()}


print(json.dumps({"versions": VERSIONS}), flush=True)
for line in sys.stdin:
    try:
        reply = answer(json.loads(line))
    except Exception as e:  # whatever it is, whoever asked must learn of it
        reply = {"error": f"{type(e).__name__}: {e}"}
    print(json.dumps(reply), flush=True)

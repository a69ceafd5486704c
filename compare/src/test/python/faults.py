"""Writes dumps of networks with known mistakes, for the tests of `suite diagnose`.

    python3 faults.py FOLDER [--seed S] [--each N] [--equal N] [--outside N] [--pairs N] [--json SHARE]

Every network is computed here, in NumPy and float64, from the formulas alone; nothing is taken from the suite. FOLDER gets
one .npz per dump (or .json, for a share of them) and manifest.json, a list of {"file", "kind", "expected", "network"}: the kind is "single", "pair", "equal"
or "outside", and "expected" names the mistakes that are in the dump.

A network is a list of (W, b), W (out, in). Rows of x are examples. z = a W^T + b, a' = f(z).
"""

import argparse
import json
import pathlib

import numpy as np

np.seterr(all="ignore")

CHANGED = 1e-7  # a mistake must move some number by this much of the largest one beside it, or it is drawn again


# -- functions ---------------------------------------------------------------------------------------------------------


def activate(name, z):
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.maximum(z, 0)
    if name == "softmax":
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)
    return z


def slope(name, a):
    """f'(z), from the activation a = f(z)."""
    if name == "sigmoid":
        return a * (1 - a)
    if name == "tanh":
        return 1 - a * a
    if name == "relu":
        return (a > 0).astype(float)
    return np.ones_like(a)


def scrambled(m):
    """The matrix flattened by columns and read by rows."""
    return m.flatten(order="F").reshape(m.shape)


# -- one training step, with mistakes ----------------------------------------------------------------------------------


def step(net, mistakes):
    """Computes everything that a dump may hold. `mistakes` maps an id to its parameters."""
    m = mistakes
    x, t, rate = net["x"], net["t"], net["rate"]
    W = [w for w, _ in net["layers"]]
    b = [c for _, c in net["layers"]]
    functions, loss_function, reduction = net["activations"], net["loss"], net["reduction"]
    last = len(W) - 1
    rows = x.shape[0]
    outputs = t.shape[1]
    dump = {"x": x, "t": t}

    if "inputs-scaled" in m:
        x = m["inputs-scaled"](x)
    if "targets-scaled" in m:
        t = m["targets-scaled"](t)
    if "labels-off-by-one" in m:
        t = np.roll(t, m["labels-off-by-one"], axis=1)
    if "rows-shuffled" in m:
        what, order = m["rows-shuffled"]
        x, t = (x[order], t) if what == "x" else (x, t[order])
    used = list(W)
    if "column-major" in m:
        what, layer = m["column-major"]
        if what == "x":
            side = int(round(np.sqrt(x.shape[1])))
            x = np.stack([scrambled(row.reshape(side, side)).ravel() for row in x])
        if what == "W":
            used[layer] = scrambled(W[layer])
    back = list(used)
    if "transposed-weights" in m:
        layer, both_ways = m["transposed-weights"]
        used[layer] = used[layer].T
        if both_ways:
            back[layer] = back[layer].T
    if "softmax-output" in m:
        functions = functions[:-1] + ["softmax"]

    # forward
    zs, activations = [], []
    a = x
    for l in range(last + 1):
        z = a @ used[l].T
        if b[l] is not None and not ("bias-ignored" in m and m["bias-ignored"] in (l, "all")):
            z = z + b[l]
        if "outside" in m:
            z = m["outside"].get("z", lambda z, l: z)(z, l)
        a = activate(functions[l], z)
        if "outside" in m:
            a = m["outside"].get("a", lambda a, z, l: a)(a, z, l)
        zs.append(z)
        activations.append(a)
    o = activations[-1]

    # loss, and its derivative by the outputs or, for the cross-entropy, by the weighted sums
    halves = 0.5 if loss_function == "half-squared-error" else 1.0
    halves *= 2 if "half-missing" in m else 1
    halves *= 0.5 if "half-twice" in m else 1
    if loss_function == "cross-entropy":
        terms = -t * np.log(o) if net["activations"][-1] == "softmax" else -(t * np.log(o) + (1 - t) * np.log(1 - o))
        delta = o - t
        error = delta
        if "squared-error-gradient" in m:
            delta = (o - t) * (slope("sigmoid", o) if m["squared-error-gradient"] else 1)
        if "slope-of-z" in m:
            pass  # the output's delta has no slope here; the hidden layers' have
    else:
        terms = halves * (t - o) ** 2
        error = 2 * halves * (o - t)
        if "output-slope-missing" in m:
            delta = error
        elif "slope-of-z" in m and m["slope-of-z"] in ("all", last):
            delta = error * slope(net["activations"][-1], zs[-1])
        else:
            delta = error * slope(net["activations"][-1], o)
    deltas = [delta]

    # the mean or the sum, and what the loss divides by
    divisor = rows if reduction == "mean" else 1
    if "sum-for-mean" in m:
        divisor = 1
    if "mean-for-sum" in m:
        divisor = rows
    if "mean-twice" in m:
        divisor = rows * rows
    if "mean-over-outputs" in m:
        divisor *= outputs
    if "outside" in m and "error" in m["outside"]:
        delta = m["outside"]["error"](delta)
        deltas = [delta]

    def gradient(delta, l):
        below = x if l == 0 else activations[l - 1]
        dW = delta.T @ below / divisor
        if "transposed-weights" in m and m["transposed-weights"] == (l, True):
            dW = dW.T
        db = None if b[l] is None else delta.sum(axis=0) / divisor
        if db is not None and "bias-gradient-not-summed" in m:
            db = delta[m["bias-gradient-not-summed"]] / divisor
        if "column-major" in m and m["column-major"] == ("dW", l):
            dW = scrambled(dW)
        if "sign-of-gradient" in m:
            dW, db = -dW, None if db is None else -db
        if "outside" in m and "dW" in m["outside"]:
            dW = m["outside"]["dW"](dW, delta, below, l)
        return dW, db

    def descend(l, dW, db):
        factor = rate
        if "rate-twice" in m:
            factor = rate * rate
        if "rate-missing" in m:
            factor = 1.0
        if "sign" in m:
            factor = -factor
        w_after = W[l] - factor * dW
        if "weight-decay" in m:
            strength, coupled = m["weight-decay"]
            w_after = w_after - (rate * strength if coupled else strength) * W[l]
        b_after = None if b[l] is None else b[l] - factor * db
        if "bias-not-trained" in m:
            b_after = b[l]
        if "outside" in m and "after" in m["outside"]:
            w_after = m["outside"]["after"](w_after, W[l], dW, l)
        return w_after, b_after

    gradients = [None] * (last + 1)
    after = [None] * (last + 1)
    gradients[last] = gradient(delta, last)
    after[last] = descend(last, *gradients[last])
    for l in range(last - 1, -1, -1):
        sent = error if "raw-error-sent-back" in m else delta
        through = after[l + 1][0] if "updated-weights-used" in m else back[l + 1]
        arrived = sent @ through
        if "raw-error-sent-back" in m:
            error = arrived
        f = net["activations"][l]
        if "hidden-slope-missing" in m and m["hidden-slope-missing"] in ("all", l):
            delta = arrived
        elif "slope-of-z" in m and m["slope-of-z"] in ("all", l):
            delta = arrived * slope(f, zs[l])
        else:
            delta = arrived * slope(f, activations[l])
        if "outside" in m and "delta" in m["outside"]:
            delta = m["outside"]["delta"](delta, l)
        deltas.insert(0, delta)
        gradients[l] = gradient(delta, l)
        after[l] = descend(l, *gradients[l])

    loss_divisor = divisor
    dump["loss"] = np.array(terms.sum() / loss_divisor)
    dump["output"] = o
    dump["rate"] = np.array(rate)
    for l in range(last + 1):
        n = str(l + 1)
        dump["W" + n], dump["z" + n], dump["a" + n] = W[l], zs[l], activations[l]
        dump["dW" + n], dump["W" + n + "_after"] = gradients[l][0], after[l][0]
        if b[l] is not None:
            dump["b" + n], dump["db" + n], dump["b" + n + "_after"] = b[l], gradients[l][1], after[l][1]
    if "float32" in m:
        dump = {k: v.astype(np.float32) for k, v in dump.items()}
    return dump


# -- random networks ---------------------------------------------------------------------------------------------------


def network(r, square=False, bias=None, loss=None, one_hot=False, output=None, pixels=False, batch=None):
    depth = int(r.integers(2, 5))
    width = int(r.integers(3, 8))
    sizes = [width] * (depth + 1) if square else [int(r.integers(2, 9)) for _ in range(depth + 1)]
    if one_hot:
        sizes[-1] = int(r.integers(3, 9))
    if pixels:
        sizes[0] = int(r.integers(3, 6)) ** 2
    loss = loss or str(r.choice(["half-squared-error", "half-squared-error", "squared-error", "cross-entropy"]))
    hidden = [str(r.choice(["sigmoid", "tanh", "relu", "identity"])) for _ in range(depth - 1)]
    if r.random() < 0.25:
        hidden = ["sigmoid"] * (depth - 1)
    if output is None:
        if loss == "cross-entropy":
            output = str(r.choice(["sigmoid", "softmax"]))
        else:
            output = str(r.choice(["sigmoid", "tanh", "identity", "sigmoid"]))
    rows = batch or int(r.integers(1, 17))
    n = sizes[-1]
    if one_hot or output == "softmax" or r.random() < 0.3:
        t = np.eye(n)[r.integers(0, n, rows)]
        if loss != "cross-entropy" and r.random() < 0.5:
            t = t * 0.98 + 0.01
    else:
        t = r.uniform(0.05, 0.95, (rows, n))
    has_bias = r.random() < 0.6 if bias is None else bias
    layers = []
    for i, j in zip(sizes, sizes[1:]):
        layers.append((r.normal(0, 1 / np.sqrt(i) + 0.2, (j, i)), r.normal(0, 0.5, j) if has_bias else None))
    return {
        "layers": layers,
        "activations": hidden + [output],
        "loss": loss,
        "reduction": str(r.choice(["mean", "mean", "sum"])),
        "x": r.uniform(0.01, 1.0, (rows, sizes[0])) if r.random() < 0.6 else r.normal(0, 1, (rows, sizes[0])),
        "t": t,
        "rate": float(np.round(r.uniform(0.02, 0.7), 3)),
    }


def many_rows(r):
    return int(r.integers(2, 17))


def squared(r):
    return str(r.choice(["half-squared-error", "squared-error"]))


def x_scaled(r):
    return [
        lambda x: x / 255,
        lambda x: x / 256,
        lambda x: (x - 0.01) / 0.99,
        lambda x: x * 0.99 + 0.01,
        lambda x: x * 255,
    ][int(r.integers(0, 5))]


def t_scaled(r, net):
    zero_one = set(np.unique(net["t"])) <= {0.0, 1.0}
    return (lambda t: t * 0.98 + 0.01) if zero_one else (lambda t: (t - 0.01) / 0.98)


def draw(r, cause):
    """A network to which the mistake can happen, and the mistake's parameters."""
    if cause == "half-missing":
        net = network(r, loss="half-squared-error")
        return net, True
    if cause == "half-twice":
        net = network(r, loss="half-squared-error")
        return net, True
    if cause in ("sum-for-mean", "mean-twice"):
        net = network(r, batch=many_rows(r))
        net["reduction"] = "mean"
        return net, True
    if cause == "mean-for-sum":
        net = network(r, batch=many_rows(r))
        net["reduction"] = "sum"
        return net, True
    if cause == "mean-over-outputs":
        return network(r), True
    if cause == "transposed-weights":
        net = network(r, square=True)
        return net, (int(r.integers(0, len(net["layers"]))), bool(r.random() < 0.3))
    if cause == "column-major":
        what = str(r.choice(["W", "dW", "x"]))
        net = network(r, pixels=what == "x")
        return net, (what, int(r.integers(0, len(net["layers"]))))
    if cause == "bias-ignored":
        net = network(r, bias=True)
        return net, "all" if r.random() < 0.7 else int(r.integers(0, len(net["layers"])))
    if cause == "bias-not-trained":
        return network(r, bias=True), True
    if cause == "bias-gradient-not-summed":
        net = network(r, bias=True, batch=many_rows(r))
        return net, 0 if r.random() < 0.6 else len(net["x"]) - 1
    if cause == "output-slope-missing":
        return network(r, loss=squared(r), output=str(r.choice(["sigmoid", "tanh"]))), True
    if cause == "hidden-slope-missing":
        net = network(r)
        return net, "all" if r.random() < 0.7 else int(r.integers(0, len(net["layers"]) - 1))
    if cause == "slope-of-z":
        net = network(r, loss=squared(r))
        return net, "all"
    if cause == "raw-error-sent-back":
        return network(r, loss=squared(r)), True
    if cause == "squared-error-gradient":
        net = network(r, loss="cross-entropy", output="sigmoid")
        return net, True
    if cause == "softmax-output":
        return network(r, loss=squared(r)), True
    if cause == "weight-decay":
        return network(r), (float(r.choice([0.1, 0.01, 0.001, 5e-4])), bool(r.random() < 0.7))
    if cause == "inputs-scaled":
        return network(r), x_scaled(r)
    if cause == "targets-scaled":
        net = network(r, loss=squared(r), one_hot=True)
        return net, t_scaled(r, net)
    if cause == "labels-off-by-one":
        return network(r, one_hot=True), 1 if r.random() < 0.5 else -1
    if cause == "rows-shuffled":
        net = network(r, batch=int(r.integers(2, 9)))
        return net, (str(r.choice(["x", "t"])), r.permutation(len(net["x"])))
    return network(r), True


SINGLES = [
    "half-missing", "half-twice", "sum-for-mean", "mean-for-sum", "mean-twice", "mean-over-outputs",
    "transposed-weights", "column-major", "bias-ignored", "bias-not-trained", "bias-gradient-not-summed",
    "output-slope-missing", "hidden-slope-missing", "slope-of-z", "raw-error-sent-back", "squared-error-gradient",
    "softmax-output", "updated-weights-used", "sign", "rate-twice", "rate-missing", "weight-decay", "float32",
    "inputs-scaled", "targets-scaled", "labels-off-by-one", "rows-shuffled",
]  # fmt: skip

# Mistakes that can happen in the same network, whatever else is in it.
PAIRS = [
    (first, second)
    for i, first in enumerate(
        ["half-missing", "sum-for-mean", "mean-over-outputs", "bias-ignored", "bias-gradient-not-summed",
         "output-slope-missing", "hidden-slope-missing", "updated-weights-used", "raw-error-sent-back"]
    )  # fmt: skip
    for second in ["sum-for-mean", "mean-over-outputs", "bias-not-trained", "hidden-slope-missing", "sign", "rate-twice",
                   "rate-missing", "weight-decay", "labels-off-by-one", "inputs-scaled"]
    if first != second and (first, second) not in {
        ("sum-for-mean", "mean-over-outputs"), ("mean-over-outputs", "sum-for-mean"),
        ("raw-error-sent-back", "hidden-slope-missing"),
    }
]  # fmt: skip


# -- mistakes that no catalogue is asked to know -----------------------------------------------------------------------


def outside(r, net):
    one = int(r.integers(0, len(net["layers"])))
    noise = r.normal(0, 0.1, 64)
    choice = int(r.integers(0, 12))
    return [
        {"z": lambda z, l: z + 0.137 if l == one else z},
        {"z": lambda z, l: z * 1.31 if l == one else z},
        {"a": lambda a, z, l: np.sin(a) if l == one else a},
        {"a": lambda a, z, l: a + noise[: a.shape[1]] if l == one else a},
        {"dW": lambda dW, d, a, l: dW * np.abs(dW) if l == one else dW},
        {"dW": lambda dW, d, a, l: dW + noise[: dW.shape[1]] if l == one else dW},
        {"dW": lambda dW, d, a, l: np.clip(dW, -np.abs(dW).max() / 3, np.abs(dW).max() / 3) if l == one else dW},
        {"error": lambda e: np.sign(e) * np.sqrt(np.abs(e))},
        {"error": lambda e: e + 0.05 * noise[: e.shape[1]]},
        {"after": lambda after, w, dW, l: after + noise[: w.shape[1]] if l == one else after},
        {"after": lambda after, w, dW, l: w - 0.0371 * np.cbrt(dW)},
        {"z": lambda z, l: z - z.mean(axis=0) + 0.01 if l == one else z + 0.001},
    ][choice]


# -- dumps -------------------------------------------------------------------------------------------------------------


def parts(r, dump):
    """What the user happens to have: weights, x and t always; of the rest all, or some kinds."""
    always = {k for k in dump if k in ("x", "t") or (k[0] in "Wb" and k[1:].isdigit())}
    kinds = {
        "forward": {k for k in dump if k[0] in "za" and k[1:].isdigit()},
        "output": {"output"},
        "loss": {"loss"},
        "gradients": {k for k in dump if k.startswith("d")},
        "step": {k for k in dump if k.endswith("_after")} | {"rate"},
    }
    if r.random() < 0.5:
        return set(dump)
    chosen = [k for k in kinds if r.random() < 0.6]
    return always.union(*[kinds[k] for k in chosen]) if chosen else set(dump)


def write(folder, name, net, dump, keep, r):
    arrays = {k: v for k, v in dump.items() if k in keep}
    if r.random() < 0.25:  # weights as (in, out), as Keras has them
        widths = [net["x"].shape[1]] + [w.shape[0] for w, _ in net["layers"]]
        if all(i != j for i, j in zip(widths, widths[1:])):
            for k in arrays:
                if k.lstrip("d").startswith("W"):
                    arrays[k] = arrays[k].T
    if any(f != "sigmoid" for f in net["activations"]) or r.random() < 0.3:
        arrays["activations"] = np.array(",".join(net["activations"]))
    if net["loss"] != "half-squared-error" or r.random() < 0.3:
        arrays["loss_function"] = np.array(net["loss"])
    if net["reduction"] != "mean" or r.random() < 0.3:
        arrays["reduction"] = np.array(net["reduction"])
    if name.endswith(".json"):
        (folder / name).write_text(json.dumps({k: v.tolist() for k, v in arrays.items()}))
    else:
        np.savez(folder / name, **arrays)


def moved(wrong, right, keep):
    """Whether a number that is in the dump differs by more than rounding, and all are finite."""
    for k in keep:
        if not np.all(np.isfinite(wrong[k])):
            return False
    for k in keep:
        a, b = wrong[k].astype(float), right[k]
        if a.shape != b.shape or np.abs(a - b).max() > CHANGED * max(np.abs(b).max(), 1e-300):
            return True
    return False


def main():
    options = argparse.ArgumentParser()
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--each", type=int, default=50)
    options.add_argument("--equal", type=int, default=200)
    options.add_argument("--outside", type=int, default=50)
    options.add_argument("--pairs", type=int, default=2)
    options.add_argument("--json", type=float, default=0.1)
    o = options.parse_args()
    o.folder.mkdir(parents=True, exist_ok=True)
    r = np.random.default_rng(o.seed)
    manifest = []

    def add(kind, expected, net, dump, keep):
        ending = "json" if r.random() < o.json else "npz"
        name = f"{kind}-{'+'.join(expected) or 'none'}-{len(manifest)}.{ending}"
        write(o.folder, name, net, dump, keep, r)
        widths = [net["x"].shape[1]] + [w.shape[0] for w, _ in net["layers"]]
        manifest.append({"file": name, "kind": kind, "expected": list(expected), "network": {
            "layers": widths, "rows": len(net["x"]), "activations": net["activations"], "loss": net["loss"],
            "reduction": net["reduction"], "dumped": sorted(keep)}})

    for cause in SINGLES:
        made = 0
        while made < o.each:
            net, parameters = draw(r, cause)
            right, wrong = step(net, {}), step(net, {cause: parameters})
            keep = parts(r, wrong)
            if (cause == "float32" and np.isfinite(float(wrong["loss"]))) or moved(wrong, right, keep):
                add("single", [cause], net, wrong, keep)
                made += 1

    for first, second in PAIRS:
        made = tries = 0
        while made < o.pairs and tries < 500:
            tries += 1
            net = network(r, bias=True, loss="half-squared-error", output="sigmoid", one_hot=True, batch=many_rows(r))
            net["reduction"] = "mean"
            wanted = {}
            for cause in (first, second):
                wanted[cause] = {
                    "bias-ignored": "all", "bias-gradient-not-summed": 0, "hidden-slope-missing": "all",
                    "weight-decay": (0.01, True), "labels-off-by-one": 1, "inputs-scaled": lambda x: x / 255,
                }.get(cause, True)  # fmt: skip
            right, wrong = step(net, {}), step(net, wanted)
            alone = [step(net, {c: wanted[c]}) for c in (first, second)]
            keep = set(wrong)  # everything, so that both can be seen
            if moved(wrong, right, keep) and all(moved(wrong, one, keep) for one in alone):
                add("pair", [first, second], net, wrong, keep)
                made += 1

    for _ in range(o.equal):
        net = network(r)
        dump = step(net, {})
        add("equal", [], net, dump, parts(r, dump))

    made = 0
    while made < o.outside:
        net = network(r)
        right, wrong = step(net, {}), step(net, {"outside": outside(r, net)})
        keep = parts(r, wrong)
        if moved(wrong, right, keep):
            add("outside", [], net, wrong, keep)
            made += 1

    (o.folder / "manifest.json").write_text(json.dumps(manifest, indent=1))
    print(f"{len(manifest)} dumps")


if __name__ == "__main__":
    main()

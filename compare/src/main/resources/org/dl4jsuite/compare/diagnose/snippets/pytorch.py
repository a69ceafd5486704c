# Writes dump.npz of one step of a network in PyTorch: then ./suite diagnose dump.npz
# Needs your model (of nn.Linear layers), loss_function, optimizer, and a batch x, t.
import numpy as np, torch

linear = [m for m in model.modules() if isinstance(m, torch.nn.Linear)]

def arrays(name, of=lambda p: p):  # name has a place for W or b, and one for the layer
    return {name.format(kind, l): of(p).detach().numpy().copy() for l, layer in enumerate(linear, 1)
            for kind, p in (("W", layer.weight), ("b", layer.bias)) if p is not None}

dump = arrays("{}{}")
for l, layer in enumerate(linear, 1):
    layer.register_forward_hook(lambda m, x, z, l=l: dump.update({f"z{l}": z.detach().numpy().copy()}))
optimizer.zero_grad()
output = model(x)
loss = loss_function(output, t)
loss.backward()
dump |= arrays("d{}{}", lambda p: p.grad)
optimizer.step()
np.savez("dump.npz", x=x, t=t, output=output.detach(), loss=loss.item(), **dump, **arrays("{}{}_after"),
         rate=optimizer.param_groups[0]["lr"],
         activations="tanh,sigmoid",  # per layer: sigmoid, tanh, identity, relu, softmax
         loss_function="half-squared-error", reduction="mean")  # or squared-error, cross-entropy; or sum

# Writes dump.npz of one step of a network in NumPy: then ./suite diagnose dump.npz
# Put your own names on the right of each =, and leave out what you have not; one W, b, z, a, dW, db per layer.
import numpy as np

before = dict(W1=W1.copy(), b1=b1.copy(), W2=W2.copy(), b2=b2.copy())  # (out, in) or (in, out), before the step

step(x, t)  # your own: forward, backward, update

np.savez("dump.npz", **before, x=x, t=t,  # (batch, in), (batch, out)
         z1=z1, a1=a1, z2=z2, output=a2, loss=loss,
         dW1=dW1, db1=db1, dW2=dW2, db2=db2,
         W1_after=W1, b1_after=b1, W2_after=W2, b2_after=b2, rate=rate,
         activations="tanh,sigmoid",  # per layer: sigmoid, tanh, identity, relu, softmax
         loss_function="half-squared-error",  # or squared-error, cross-entropy: what it is meant to be
         reduction="mean")  # over the batch; or sum

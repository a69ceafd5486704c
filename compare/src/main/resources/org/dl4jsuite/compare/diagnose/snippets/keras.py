# Writes dump.npz of one step of a network in Keras on TensorFlow: then ./suite diagnose dump.npz
# Needs your compiled model (of Dense layers), and a batch x, t.
import keras, numpy as np, tensorflow as tf

dense = [layer for layer in model.layers if isinstance(layer, keras.layers.Dense)]
variables = {f"{kind}{l}": w for l, layer in enumerate(dense, 1) for kind, w in zip("Wb", layer.weights)}
dump = {name: w.numpy() for name, w in variables.items()}
with tf.GradientTape() as tape:
    output = model(x, training=True)
    loss = tf.reduce_mean(model.compute_loss(x=x, y=t, y_pred=output))
gradients = tape.gradient(loss, {name: getattr(w, "value", w) for name, w in variables.items()})
dump |= {f"d{name}": tf.convert_to_tensor(g).numpy() for name, g in gradients.items()}
model.optimizer.apply_gradients([(gradients[name], w) for name, w in variables.items()])
np.savez("dump.npz", x=x, t=t, output=output.numpy(), loss=loss.numpy(), **dump,
         **{f"{name}_after": w.numpy() for name, w in variables.items()},
         rate=float(model.optimizer.learning_rate.numpy()),
         activations="tanh,sigmoid",  # per layer: sigmoid, tanh, identity, relu, softmax
         loss_function="half-squared-error", reduction="mean")  # or squared-error, cross-entropy; or sum

// Writes dump.json of one step of a network in plain Java: then ./suite diagnose dump.json
// Put your own arrays behind each name, and leave out what you have not; one W, b, z, a, dW, db per layer.
java.util.Map<String, Object> dump = new java.util.LinkedHashMap<>();
dump.put("W1", java.util.Arrays.deepToString(W1)); // double[out][in] or [in][out], before the step
dump.put("b1", java.util.Arrays.toString(b1)); // double[out]
dump.put("W2", java.util.Arrays.deepToString(W2));
dump.put("b2", java.util.Arrays.toString(b2));

step(x, t); // your own: forward, backward, update

dump.put("x", java.util.Arrays.deepToString(x)); // double[batch][in]
dump.put("t", java.util.Arrays.deepToString(t)); // double[batch][out]
dump.put("output", java.util.Arrays.deepToString(output));
dump.put("loss", loss);
dump.put("dW1", java.util.Arrays.deepToString(dW1)); // and db1, dW2, db2
dump.put("W1_after", java.util.Arrays.deepToString(W1)); // and b1_after, W2_after, b2_after
dump.put("rate", rate);
dump.put("activations", "\"tanh,sigmoid\""); // per layer: sigmoid, tanh, identity, relu, softmax
dump.put("loss_function", "\"half-squared-error\""); // or squared-error, cross-entropy: what it is meant to be
dump.put("reduction", "\"mean\""); // over the batch; or sum
StringBuilder json = new StringBuilder();
dump.forEach((name, value) -> json.append(json.isEmpty() ? "{" : ",\n").append('"' + name + "\": ").append(value));
java.nio.file.Files.writeString(java.nio.file.Path.of("dump.json"), json + "}\n");

// Writes dump.json of one step of a network in DL4J: then ./suite diagnose dump.json
// Needs your network (a MultiLayerNetwork of dense layers), its rate, and a batch x, t.
java.util.Map<String, Object> dump = new java.util.LinkedHashMap<>();
java.util.function.UnaryOperator<String> name = key -> key.substring(2) + (key.charAt(0) - '0' + 1); // 0_W is W1
java.util.function.Function<INDArray, Object> values = p -> p.rank() == 1 ? p.toDoubleVector() : p.toDoubleMatrix();
network.paramTable().forEach((key, p) -> dump.put(name.apply(key), values.apply(p)));
network.setInput(x);
network.setLabels(t);
network.computeGradientAndScore();
boolean mean = network.conf().isMiniBatch(); // gradient() holds the sum over the batch either way
network.gradient().gradientForVariable().forEach((key, g) ->
        dump.put("d" + name.apply(key), values.apply(g.div(mean ? x.size(0) : 1))));
dump.put("x", values.apply(x));
dump.put("t", values.apply(t));
dump.put("output", values.apply(network.output(x)));
dump.put("loss", network.score());
network.fit(x, t);
network.paramTable().forEach((key, p) -> dump.put(name.apply(key) + "_after", values.apply(p)));
dump.put("rate", rate);
dump.put("activations", "tanh,sigmoid"); // per layer: sigmoid, tanh, identity, relu, softmax
dump.put("loss_function", "half-squared-error"); // or squared-error, cross-entropy
dump.put("reduction", mean ? "mean" : "sum");
new org.nd4j.shade.jackson.databind.ObjectMapper().writeValue(new java.io.File("dump.json"), dump);

package example;

/** A network of one hidden layer, written by hand: tanh, then sigmoid, with biases, E = 1/2 sum (t - o)², mean over a batch. */
public class OwnNetwork {
    /** Leaves out the slope of the hidden layer: mvn test -Dmistake=true. */
    private static final boolean MISTAKE = Boolean.getBoolean("mistake");

    public final double[][] w1, w2, dw1, dw2;
    public final double[] b1, b2, db1, db2;

    public OwnNetwork(int inputs, int hidden, int outputs) {
        w1 = new double[hidden][inputs];
        dw1 = new double[hidden][inputs];
        w2 = new double[outputs][hidden];
        dw2 = new double[outputs][hidden];
        b1 = new double[hidden];
        db1 = new double[hidden];
        b2 = new double[outputs];
        db2 = new double[outputs];
    }

    private double[] hidden(double[] x) {
        double[] a = new double[b1.length];
        for (int j = 0; j < a.length; j++) {
            a[j] = Math.tanh(dot(w1[j], x) + b1[j]);
        }
        return a;
    }

    private double[] output(double[] a) {
        double[] o = new double[b2.length];
        for (int k = 0; k < o.length; k++) {
            o[k] = 1 / (1 + Math.exp(-dot(w2[k], a) - b2[k]));
        }
        return o;
    }

    public double[] query(double[] x) {
        return output(hidden(x));
    }

    public double loss(double[][] x, double[][] t) {
        double sum = 0;
        for (int row = 0; row < x.length; row++) {
            double[] o = query(x[row]);
            for (int k = 0; k < o.length; k++) {
                sum += (t[row][k] - o[k]) * (t[row][k] - o[k]) / 2;
            }
        }
        return sum / x.length;
    }

    /** Leaves the gradients in dw1, db1, dw2, db2. */
    public void backward(double[][] x, double[][] t) {
        for (int k = 0; k < b2.length; k++) {
            db2[k] = 0;
            java.util.Arrays.fill(dw2[k], 0);
        }
        for (int j = 0; j < b1.length; j++) {
            db1[j] = 0;
            java.util.Arrays.fill(dw1[j], 0);
        }
        for (int row = 0; row < x.length; row++) {
            double[] a = hidden(x[row]);
            double[] o = output(a);
            double[] sentBack = new double[a.length];
            for (int k = 0; k < o.length; k++) {
                double delta = (o[k] - t[row][k]) * o[k] * (1 - o[k]) / x.length;
                db2[k] += delta;
                for (int j = 0; j < a.length; j++) {
                    dw2[k][j] += delta * a[j];
                    sentBack[j] += delta * w2[k][j];
                }
            }
            for (int j = 0; j < a.length; j++) {
                double delta = MISTAKE ? sentBack[j] : sentBack[j] * (1 - a[j] * a[j]);
                db1[j] += delta;
                for (int i = 0; i < x[row].length; i++) {
                    dw1[j][i] += delta * x[row][i];
                }
            }
        }
    }

    public void train(double[][] x, double[][] t, double rate) {
        backward(x, t);
        for (int j = 0; j < b1.length; j++) {
            descend(w1[j], dw1[j], rate);
        }
        for (int k = 0; k < b2.length; k++) {
            descend(w2[k], dw2[k], rate);
        }
        descend(b1, db1, rate);
        descend(b2, db2, rate);
    }

    private static void descend(double[] w, double[] gradient, double rate) {
        for (int i = 0; i < w.length; i++) {
            w[i] -= rate * gradient[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}

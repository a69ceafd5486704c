package org.dl4jsuite.data.handwriting;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Paints the sample digits in {@code src/main/resources}: each is a few pen strokes, curves through points that a hand
 * would pass, with the hand's unsteadiness drawn from a seed. To paint them again, run {@code main} with the folder to write to.
 */
final class SampleDigitPainter {
    /** Strokes by digit: points (x, y) in a unit square, y downwards; a curve runs through the points of a stroke. */
    private static final double[][][] STROKES = {
        {{.58, .06, .3, .12, .14, .42, .22, .82, .5, .95, .78, .78, .84, .4, .7, .12, .5, .07}},
        {{.36, .24, .52, .06, .5, .4, .46, .95}},
        {{.18, .26, .34, .07, .64, .08, .74, .3, .54, .6, .16, .93, .42, .88, .86, .92}},
        {{.2, .14, .46, .05, .74, .16, .66, .38, .4, .47, .7, .54, .82, .74, .6, .93, .32, .94, .14, .84}},
        {{.44, .05, .3, .3, .14, .6, .5, .58, .88, .56}, {.66, .34, .62, .62, .58, .96}},
        {{.3, .08, .28, .26, .24, .46, .5, .4, .76, .54, .78, .78, .52, .95, .18, .88}, {.3, .08, .54, .1, .8, .06}},
        {{.66, .05, .4, .24, .22, .56, .26, .86, .52, .95, .76, .8, .7, .6, .46, .56, .26, .7}},
        {{.14, .12, .42, .1, .84, .08, .66, .36, .5, .64, .4, .96}, {.36, .52, .74, .48}},
        {{.72, .18, .5, .05, .26, .16, .34, .38, .64, .56, .74, .78, .5, .95, .24, .82, .34, .6, .62, .4, .72, .18}},
        {{.74, .2, .48, .06, .24, .22, .34, .46, .6, .44, .74, .2, .72, .5, .64, .76, .5, .95}},
    };

    private final Random random;
    private final int width;
    private final int height;

    private SampleDigitPainter(long seed, int width, int height) {
        this.random = new Random(seed);
        this.width = width;
        this.height = height;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        String[] small = {
            "0-clean",
            "1-wobbly",
            "2-clean",
            "3-chopped",
            "4-wobbly",
            "5-chalky",
            "6-noisy",
            "7-chopped",
            "8-noisy",
            "9-chalky"
        };
        for (String name : small) {
            write(folder, name, new SampleDigitPainter(name.hashCode(), 280, 280).small(name));
        }
        write(folder, "2-photograph", new SampleDigitPainter(12, 320, 240).photograph(2));
        write(folder, "3-wobbly-large", new SampleDigitPainter(13, 300, 400).wobblyLarge(3));
        write(folder, "4-pencil-ruled", new SampleDigitPainter(14, 420, 420).pencil(4));
        write(folder, "5-transparent", new SampleDigitPainter(15, 320, 260).transparent(5));
        write(folder, "6-blackboard", new SampleDigitPainter(16, 360, 300).blackboard(6));
        write(folder, "8-colours", new SampleDigitPainter(18, 260, 340).colours(8));
    }

    /** Painted ten times as large, then reduced to 28 x 28 by areas. */
    private BufferedImage small(String name) {
        int digit = name.charAt(0) - '0';
        String kind = name.substring(2);
        BufferedImage picture = paper(Color.WHITE);
        double unsteady = kind.equals("wobbly") ? 0.035 : 0.01;
        draw(picture, digit, 60, 36, 160, 205, kind.equals("clean") ? 24 : 21, unsteady, Color.BLACK);
        switch (kind) {
            case "chopped" -> chop(picture);
            case "chalky" -> chalk(picture, Color.WHITE, 0.42, 9);
            default -> {
                // nothing lacks
            }
        }
        BufferedImage reduced = reduced(picture);
        return kind.equals("noisy") ? noise(reduced, 46) : reduced;
    }

    private BufferedImage photograph(int digit) {
        BufferedImage picture = paper(new Color(238, 233, 220));
        draw(picture, digit, 126, 60, 80, 113, 9, 0.015, new Color(40, 44, 70));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double light = 1.02 - 0.35 * x / width - 0.15 * y / height;
                double shadow = Math.min(1, Math.max(0, (x - 0.4 * y - 167) / 20.0)); // of a hand
                shade(picture, x, y, light * (1 - 0.35 * shadow), 4);
            }
        }
        return picture;
    }

    private BufferedImage wobblyLarge(int digit) {
        BufferedImage picture = paper(Color.WHITE);
        draw(picture, digit, 60, 70, 170, 260, 22, 0.03, new Color(20, 20, 20));
        return picture;
    }

    /** Thin and pale, between ruled lines, with specks of dirt. */
    private BufferedImage pencil(int digit) {
        BufferedImage picture = paper(new Color(250, 250, 246));
        Graphics2D pen = pen(picture, new Color(170, 195, 225), 2);
        pen.drawLine(0, 70, width, 73);
        pen.drawLine(0, 335, width, 338);
        pen.dispose();
        draw(picture, digit, 150, 110, 130, 190, 4, 0.012, new Color(120, 120, 124));
        Graphics2D dirt = pen(picture, new Color(90, 80, 70), 1);
        for (int i = 0; i < 9; i++) {
            dirt.fillOval(random.nextInt(width), random.nextInt(height), 4, 3);
        }
        dirt.dispose();
        for (int i = 0; i < width * height; i++) {
            shade(picture, i % width, i / width, 1, 3);
        }
        return picture;
    }

    private BufferedImage transparent(int digit) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        draw(picture, digit, 120, 40, 110, 170, 16, 0.015, new Color(30, 60, 160));
        return picture;
    }

    private BufferedImage blackboard(int digit) {
        Color board = new Color(36, 58, 48);
        BufferedImage picture = paper(board);
        draw(picture, digit, 100, 50, 130, 190, 15, 0.015, new Color(235, 235, 225));
        chalk(picture, board, 0.3, 5);
        for (int i = 0; i < width * height; i++) {
            shade(picture, i % width, i / width, 1, 5);
        }
        return picture;
    }

    private BufferedImage colours(int digit) {
        BufferedImage picture = paper(new Color(250, 214, 90));
        draw(picture, digit, 50, 60, 150, 220, 18, 0.012, new Color(200, 30, 50));
        return picture;
    }

    private BufferedImage paper(Color colour) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return picture;
    }

    private Graphics2D pen(BufferedImage picture, Color colour, double stroke) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke((float) stroke, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        return graphics;
    }

    /** Writes a digit into a box; {@code unsteady} is how far the hand strays, as a share of the box. */
    private void draw(
            BufferedImage picture,
            int digit,
            double left,
            double top,
            double wide,
            double high,
            double stroke,
            double unsteady,
            Color colour) {
        Graphics2D pen = pen(picture, colour, stroke);
        for (double[] points : STROKES[digit]) {
            double[] x = new double[points.length / 2];
            double[] y = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = left + wide * (points[2 * i] + unsteady * random.nextGaussian());
                y[i] = top + high * (points[2 * i + 1] + unsteady * random.nextGaussian());
            }
            pen.draw(curve(x, y));
        }
        pen.dispose();
    }

    /** A Catmull-Rom spline through all points, as Bezier pieces. */
    private static Path2D curve(double[] x, double[] y) {
        Path2D path = new Path2D.Double();
        path.moveTo(x[0], y[0]);
        for (int i = 0; i + 1 < x.length; i++) {
            int before = Math.max(0, i - 1);
            int after = Math.min(x.length - 1, i + 2);
            path.curveTo(
                    x[i] + (x[i + 1] - x[before]) / 6,
                    y[i] + (y[i + 1] - y[before]) / 6,
                    x[i + 1] - (x[after] - x[i]) / 6,
                    y[i + 1] - (y[after] - y[i]) / 6,
                    x[i + 1],
                    y[i + 1]);
        }
        return path;
    }

    /** Cuts two slanting gaps through the strokes. */
    private void chop(BufferedImage picture) {
        Graphics2D knife = pen(picture, Color.WHITE, 15);
        knife.drawLine(40, 105, 230, 92);
        knife.drawLine(60, 182, 240, 196);
        knife.dispose();
    }

    /** Takes grains off the strokes; a grain is a square of {@code size} pixels. */
    private void chalk(BufferedImage picture, Color paper, double share, int size) {
        for (int y = 0; y < height; y += size) {
            for (int x = 0; x < width; x += size) {
                if (random.nextDouble() < share) {
                    for (int k = 0; k < size * size; k++) {
                        picture.setRGB(
                                Math.min(width - 1, x + k % size), Math.min(height - 1, y + k / size), paper.getRGB());
                    }
                }
            }
        }
    }

    private void shade(BufferedImage picture, int x, int y, double light, double noise) {
        int rgb = picture.getRGB(x, y);
        int shaded = 0xff;
        double grain = noise * random.nextGaussian();
        for (int shift = 16; shift >= 0; shift -= 8) {
            double value = light * (rgb >> shift & 0xff) + grain;
            shaded = shaded << 8 | (int) Math.min(255, Math.max(0, Math.round(value)));
        }
        picture.setRGB(x, y, shaded);
    }

    private BufferedImage noise(BufferedImage picture, double deviation) {
        for (int i = 0; i < 28 * 28; i++) {
            double value = picture.getRaster().getSample(i % 28, i / 28, 0) + deviation * random.nextGaussian();
            picture.getRaster().setSample(i % 28, i / 28, 0, (int) Math.min(255, Math.max(0, Math.round(value))));
        }
        return picture;
    }

    /** The mean of each 10 x 10 pixels, grey. */
    private static BufferedImage reduced(BufferedImage picture) {
        BufferedImage reduced = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 28; y++) {
            for (int x = 0; x < 28; x++) {
                int sum = 0;
                for (int k = 0; k < 100; k++) {
                    sum += picture.getRGB(10 * x + k % 10, 10 * y + k / 10) & 0xff;
                }
                reduced.getRaster().setSample(x, y, 0, sum / 100);
            }
        }
        return reduced;
    }

    private static void write(Path folder, String name, BufferedImage picture) throws IOException {
        Files.createDirectories(folder);
        ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile());
    }
}

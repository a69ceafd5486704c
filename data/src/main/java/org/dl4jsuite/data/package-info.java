/**
 * The data both networks learn from: labelled images of 28x28 pixels, in a training and a test set.
 *
 * <p>{@link org.dl4jsuite.data.Mnist#load()} reads MNIST, which travels inside this module's jar; {@link
 * org.dl4jsuite.data.DataFolder#load} reads a folder of IDX files (MNIST, EMNIST digits, Fashion-MNIST) or of CSV
 * files. Both give a {@link org.dl4jsuite.data.Split} of {@link org.dl4jsuite.data.LabelledImages}, and both read
 * through DataVec: {@link org.dl4jsuite.data.IdxRecordReader} or DataVec's own CSVRecordReader.
 *
 * <p>Pixels stay bytes until a network asks for them; {@link org.dl4jsuite.data.Scaling} says how they become
 * inputs. Whatever is wrong with a file ends in a {@link org.dl4jsuite.data.DataException} that names the file, the
 * value and the remedy. Nothing here loads an ND4J backend.
 */
package org.dl4jsuite.data;

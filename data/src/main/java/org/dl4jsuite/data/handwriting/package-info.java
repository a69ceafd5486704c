/**
 * Digits in one's own handwriting: from a picture file of any size and colour to an image as MNIST would hold it.
 *
 * <p>{@link org.dl4jsuite.data.handwriting.Handwriting} leads through the stages, each in a class of its own: {@link
 * org.dl4jsuite.data.handwriting.PictureFile} decodes, {@link org.dl4jsuite.data.handwriting.Paper} flattens, makes grey,
 * inverts and evens out the light, {@link org.dl4jsuite.data.handwriting.InkMask} tells ink from paper and dirt, {@link
 * org.dl4jsuite.data.handwriting.MnistForm} scales and centres.
 */
package org.dl4jsuite.data.handwriting;

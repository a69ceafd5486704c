/**
 * A page to draw digits on, and the small web server behind it: what both networks make of a picture, step by step.
 *
 * <p>{@link org.dl4jsuite.compare.serve.DigitServer} is the server: {@code Gate} lets in who may ask, {@code Router} finds
 * what is asked for, {@code RequestBody} reads in bounded memory, {@code SlowClients} hangs up. The rest answers.
 */
@org.jspecify.annotations.NullMarked
package org.dl4jsuite.compare.serve;

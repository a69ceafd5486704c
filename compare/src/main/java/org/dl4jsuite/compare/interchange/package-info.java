/** Networks and arrays in other programs' formats: NumPy's {@code .npz} and DL4J's zip, neither of which needs ND4J. */
package org.dl4jsuite.compare.interchange;

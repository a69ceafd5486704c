/**
 * What trained networks hold inside: labels run backwards to images, hidden nodes, how much damage they bear, and what they
 * take handwriting for.
 */
package org.dl4jsuite.compare.inside;

/** Training on images: both sides in lockstep, or one alone as its users would train it; saved networks. */
package org.dl4jsuite.compare.training;

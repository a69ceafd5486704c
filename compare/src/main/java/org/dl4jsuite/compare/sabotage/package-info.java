/** Mistakes on purpose in a from-scratch network: which check catches each, and how well the network would have seemed. */
package org.dl4jsuite.compare.sabotage;

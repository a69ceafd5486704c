/** What trained networks hold inside: labels run backwards to images, hidden nodes, and how much damage they bear. */
package org.dl4jsuite.compare.inside;

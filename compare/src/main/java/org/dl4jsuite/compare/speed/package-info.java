/** What a sample costs on each side, measured in processes of their own, beside what the machine can do. */
package org.dl4jsuite.compare.speed;

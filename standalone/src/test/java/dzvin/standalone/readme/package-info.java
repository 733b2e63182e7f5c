/**
 * The README is a program: every block of shell commands in it is run, in order, in a fresh folder. A block that cannot
 * run here says why in a comment above it, and is reported as skipped with that reason. {@code ReadmeIT} is the entry.
 */
package dzvin.standalone.readme;

/**
 * What a person is told when a command cannot do its work: one sentence, and by its type the exit status. Nothing else is
 * shown to them, no stack trace and no class name.
 */
package dzvin.standalone.failure;

import type { Command } from 'commander'

/** Prints a command's result: `data` as one line of JSON with `--json`, else `text` for people. */
export function answer(command: Command, data: unknown, text: string): void {
  console.log(command.optsWithGlobals()['json'] ? JSON.stringify(data) : text)
}

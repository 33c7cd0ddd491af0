import { Worker } from 'node:worker_threads'
import { Refusal } from '../refusal.ts'

/** Files that somebody sent are read in threads of their own: this many at once, whoever asks. */
const AT_ONCE = 2

export interface Bounds {
  readonly seconds: number
  readonly megabytes: number
  /** What is read, as the person called it: for the message when it takes too much. */
  readonly name: string
}

let running = 0
const waiting: (() => void)[] = []

async function takeTurn(): Promise<void> {
  if (running < AT_ONCE) running++
  // Whoever ends hands their place on.
  else await new Promise<void>((resolve) => waiting.push(resolve))
}

function giveTurn(): void {
  const next = waiting.shift()
  if (next) next()
  else running--
}

/**
 * Gives work to a thread with a bound of time and memory, so that no file can hold up or end the program.
 * @param thread a module that answers `workerData` by one message
 * @throws Refusal 413 when it takes more than it may; Error when the thread breaks
 */
export async function runBounded<Answer>(
  thread: URL,
  order: unknown,
  { seconds, megabytes, name }: Bounds,
): Promise<Answer> {
  await takeTurn()
  let timer: NodeJS.Timeout | undefined
  let worker: Worker | undefined
  try {
    worker = new Worker(thread, {
      execArgv: [],
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    })
    const started = worker
    return await new Promise<Answer>((resolve, reject) => {
      timer = setTimeout(() => reject(tooMuch(name)), seconds * 1000)
      started.once('message', resolve)
      started.once('error', (error: Error & { code?: string }) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch(name) : error),
      )
      started.once('exit', (code) => reject(new Error(`The thread that read "${name}" ended with code ${code}`)))
    })
  } finally {
    clearTimeout(timer)
    await worker?.terminate()
    giveTurn()
  }
}

const tooMuch = (name: string) =>
  new Refusal('too-large', {
    zh: `读取“${name}”所需的时间或内存超出上限，已停止。请拆分文件，或另存后再试`,
    en: `Reading "${name}" takes more time or memory than is allowed and was stopped. Split the file, or save it anew`,
  })

import { Worker } from 'node:worker_threads'
import { Refusal } from '../refusal.ts'

/** Files that somebody sent are read in threads of their own: this many at once, whoever asks. */
const AT_ONCE = 2

export interface Bounds {
  readonly seconds: number
  readonly megabytes: number
  /** What is read, as the person called it: for the message when it takes too much. */
  readonly name: string
  /** Whoever asked has gone: the thread ends at once, or is not begun. */
  readonly signal?: AbortSignal
  /** Hears how far the thread is: what it posts as `{ stage }` before its answer. */
  readonly onStage?: (stage: string) => void
}

let running = 0
const waiting: (() => void)[] = []

async function takeTurn(signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted()
  if (running < AT_ONCE) {
    running++
    return
  }
  // Whoever ends hands their place on; whoever has gone leaves the line.
  await new Promise<void>((resolve, reject) => {
    const leave = (): void => {
      waiting.splice(waiting.indexOf(turn), 1)
      reject(signal!.reason as Error)
    }
    const turn = (): void => {
      signal?.removeEventListener('abort', leave)
      resolve()
    }
    signal?.addEventListener('abort', leave, { once: true })
    waiting.push(turn)
  })
}

function giveTurn(): void {
  const next = waiting.shift()
  if (next) next()
  else running--
}

/**
 * Gives work to a thread with a bound of time and memory, so that no file can hold up or end the program.
 * @param thread a module that answers `workerData` by one message
 * @throws Refusal 413 when it takes more than it may; the signal's reason when it aborts; Error when the thread breaks
 */
export async function runBounded<Answer>(
  thread: URL,
  order: unknown,
  { seconds, megabytes, name, signal, onStage }: Bounds,
): Promise<Answer> {
  await takeTurn(signal)
  let timer: NodeJS.Timeout | undefined
  let worker: Worker | undefined
  let stop: (() => void) | undefined
  try {
    worker = new Worker(thread, {
      execArgv: [],
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    })
    const started = worker
    return await new Promise<Answer>((resolve, reject) => {
      timer = setTimeout(() => reject(tooMuch(name)), seconds * 1000)
      stop = () => reject(signal!.reason as Error)
      signal?.addEventListener('abort', stop, { once: true })
      started.on('message', (message: Answer | { readonly stage: string }) => {
        if (message !== null && typeof message === 'object' && 'stage' in message) onStage?.(message.stage as string)
        else resolve(message as Answer)
      })
      started.once('error', (error: Error & { code?: string }) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch(name) : error),
      )
      started.once('exit', (code) => reject(new Error(`The thread that read "${name}" ended with code ${code}`)))
    })
  } finally {
    clearTimeout(timer)
    if (stop) signal?.removeEventListener('abort', stop)
    await worker?.terminate()
    giveTurn()
  }
}

const tooMuch = (name: string) =>
  new Refusal('too-large', {
    zh: `读取“${name}”所需的时间或内存超出上限，已停止。请拆分文件，或另存后再试`,
    en: `Reading "${name}" takes more time or memory than is allowed and was stopped. Split the file, or save it anew`,
  })

/** Coursework for other modules: what last class left open, and who prepared for a lesson. */
export { leftOpen } from './inside/lessons/left-open.ts'
export { previewOf } from './inside/lessons/preview-of.ts'

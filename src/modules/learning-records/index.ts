/** For other modules: acts become statements of the college in the transaction in which they happen. */
export { type Act, personAgent, recordActs } from './record-acts.ts'

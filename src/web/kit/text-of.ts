/** Names of states and actions are the language's: screens, exports and the API call them alike. */
export { actionText, stateText } from '../../language/usual.ts'

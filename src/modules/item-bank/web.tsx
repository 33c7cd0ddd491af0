/** The screens of this module: each is one line in src/web/app/routes.tsx. */
export { ItemPage, NewItem } from './screens/item-editor.tsx'
export { Items } from './screens/items.tsx'

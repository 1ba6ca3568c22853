import type { GroupView, ItemView, ListView, Mark } from './comparison-view-type.ts';

/** One thing that changed or stands. */
export function item(text: string, beside: Partial<Omit<ItemView, 'text'>> = {}): ItemView {
  return { text, change: null, details: [], more: [], ...beside };
}

/** Things of one kind, by what the kind is called. */
export function list(title: string, mark: Mark, items: readonly ItemView[]): ListView {
  return { title, mark, items };
}

/** A group without its empty lists. */
export function group(id: string, title: string, lists: readonly ListView[]): GroupView {
  return { id, title, lead: null, lists: lists.filter(({ items }) => items.length > 0) };
}

/** The group, or none where it has nothing in it. */
export function filled(one: GroupView): readonly GroupView[] {
  return one.lists.length > 0 ? [one] : [];
}

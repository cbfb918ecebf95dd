import type { Translate } from '../i18n/translate';
import type { Tag } from './feedback';

const STANDARD = ['spelling', 'tone', 'reasoning', 'off_topic', 'well_said'] as const;

/** What a tag is called: in the reader's language, unless the school has given it a name of its own. */
export function tagName(t: Translate, { key, name, standard }: Tag): string {
  const known = STANDARD.find(each => each === key);
  return standard && known !== undefined ? t(`tag.${known}`) : name;
}

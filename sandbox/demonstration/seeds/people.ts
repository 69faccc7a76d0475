import type { Random } from './random.ts';

const given = ['Ingrid', 'Åse', 'Øyvind', 'Zoë', 'Lars', 'Märta', 'Małgorzata', 'Søren', 'Aino'];
const family = ['Nordmann', 'Ødegård', 'O’Neill', 'Åkesson', 'García-Lindqvist', 'Mäkinen'];

/** Somebody who was made up: a given name and a family name. */
export const personFrom = (random: Random): readonly [string, string] => [
  random.pick(given),
  random.pick(family),
];

/** The name of a person in one line. */
export const fullNameFrom = (random: Random): string => personFrom(random).join(' ');

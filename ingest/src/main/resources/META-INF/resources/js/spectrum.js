import { element, setVariable } from './dom.js';
import { SPECTRUM } from './genres.js';

const BARS = 70;

/** The bars at the foot of the drop zone, coloured like the genres. They move while there is something to hear. */
export function drawSpectrum(node) {
  for (let index = 0; index < BARS; index += 1) {
    const place = index / (BARS - 1);
    const bar = element('span', { 'data-genre': SPECTRUM[Math.floor(place * (SPECTRUM.length - 0.001))] });
    setVariable(bar, '--rest', rest(place).toFixed(3));
    setVariable(bar, '--beat', `${620 + ((index * 271) % 540)}ms`);
    setVariable(bar, '--offset', `${-((index * 137) % 900)}ms`);
    node.append(bar);
  }
}

/** A few partials over a falling envelope: the long-term spectrum of no instrument in particular. */
function rest(place) {
  const partials = Math.abs(Math.sin(place * 31) * 0.5 + Math.sin(place * 13 + 1) * 0.5);
  const envelope = Math.exp(-1.3 * place) * (1 - Math.exp(-14 * place - 0.25));
  return 0.06 + 0.9 * envelope * (0.35 + 0.65 * partials);
}

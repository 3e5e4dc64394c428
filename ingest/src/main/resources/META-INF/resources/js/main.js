import { Announcer } from './announcer.js';
import { Problem } from './api.js';
import { Arrivals } from './arrivals.js';
import { nextFrame } from './dom.js';
import { Drift } from './drift.js';
import { audioAmong, droppedFiles } from './dropped-files.js';
import { Lanes } from './lanes.js';
import { Learning } from './learning.js';
import { Operations } from './operations.js';
import { drawSpectrum } from './spectrum.js';
import { listen } from './stream.js';
import { submit } from './submission.js';
import { Tally } from './tally.js';
import { TrackCard } from './track-card.js';
import { Watch } from './watch.js';

const UPLOADS_AT_ONCE = 4;
const CARDS_A_FRAME = 50;

const page = (id) => document.getElementById(id);
const announcer = new Announcer(page('announcements'));
const arrivals = new Arrivals(page('arrivals'), page('arrivals-list'));
const tally = new Tally(page('tally'), page('overall'), page('clear'));
const uploads = new Lanes(UPLOADS_AT_ONCE);
const watch = new Watch();
const cards = new Set();

/** New files go on top, in their own order, and are sent in that order too. */
async function add({ files, leftOut }) {
  page('intake-note').textContent =
    leftOut > 0 ? `${leftOut} in the folder did not look like audio that is taken, and stayed there.` : '';
  if (files.length === 0) {
    return;
  }
  page('chain').hidden = true;
  page('tracks').hidden = false;
  document.body.classList.add('has-tracks');
  announcer.tell(files.length === 1 ? `${files[0].name} added.` : `${files.length} files added.`);
  const older = page('cards').firstElementChild;
  for (let start = 0; start < files.length; start += CARDS_A_FRAME) {
    const some = files
      .slice(start, start + CARDS_A_FRAME)
      .map((file) => ({ file, card: new TrackCard(file, onState) }));
    const fragment = document.createDocumentFragment();
    for (const { file, card } of some) {
      cards.add(card);
      fragment.append(card.node);
      send(file, card);
    }
    page('cards').insertBefore(fragment, older?.isConnected ? older : null);
    await nextFrame();
  }
}

async function send(file, card) {
  try {
    const receipt = await uploads.run(() => submit(file, card));
    card.accepted(receipt);
    arrivals.remove(receipt.track_id);
    watch.follow(receipt.track_id, card, receipt.status === 'known' ? 0 : undefined);
  } catch (problem) {
    if (!(problem instanceof Problem)) {
      throw problem;
    }
    card.refused(problem, problem.passes ? () => retry(file, card) : null);
  }
}

function retry(file, card) {
  card.queued();
  send(file, card);
}

function onState(card, previous) {
  tally.move(previous, card.state);
  if (card.settled) {
    announcer.tell(`${card.name}: ${card.verdict}.`);
  }
}

function clearFinished() {
  for (const card of [...cards].filter(({ settled }) => settled)) {
    cards.delete(card);
    card.node.remove();
    tally.move(card.state, null);
  }
  page('choose-files').focus();
}

function takeDrops() {
  let depth = 0; // enter and leave come for every child passed over
  const over = (change) => {
    depth = Math.max(0, depth + change);
    document.body.classList.toggle('dragging', depth > 0);
  };
  const carriesFiles = (event) => event.dataTransfer.types.includes('Files');
  window.addEventListener('dragenter', (event) => carriesFiles(event) && over(1));
  window.addEventListener('dragleave', (event) => carriesFiles(event) && over(-1));
  window.addEventListener('dragover', (event) => event.preventDefault());
  window.addEventListener('drop', (event) => {
    event.preventDefault();
    over(-depth);
    droppedFiles(event.dataTransfer).then(add, tellUnreadable);
  });
}

/** A folder moved away or forbidden while it is being opened, say. */
function tellUnreadable(failure) {
  page('intake-note').textContent = `What was dropped could not be read (${failure.message}), and nothing was sent.`;
}

function takeChoices(button, input, sift) {
  button.addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    add(sift([...input.files]));
    input.value = ''; // so that the same files can be chosen again
  });
}

function showStream(state) {
  if (page('stream').dataset.state !== state) {
    page('stream').dataset.state = state;
    page('stream').textContent = state === 'open' ? 'live' : 'reconnecting';
  }
}

drawSpectrum(page('spectrum'));
new Drift(page('drift')).look();
new Learning(page('learning'), page('learning-body')).look();
new Operations(page('operations')).look();
page('curl').textContent = `curl -F file=@song.mp3 ${location.origin}/api/tracks`;
page('clear').addEventListener('click', clearFinished);
takeChoices(page('choose-files'), page('files'), (files) => ({ files, leftOut: 0 }));
takeChoices(page('choose-folder'), page('folder'), audioAmong);
takeDrops();
listen({
  onOpen: () => {
    showStream('open');
    watch.lookNow();
  },
  onLost: () => showStream('lost'),
  onClassification: (classification) => {
    if (!watch.take(classification)) {
      arrivals.add(classification);
    }
  },
});
window.addEventListener('beforeunload', (event) => {
  if (tally.uploading > 0) {
    event.preventDefault();
  }
});

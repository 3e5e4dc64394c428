const AUDIO_NAME = /\.(wav|wave|w64|mp3|flac|ogg|oga|opus|m4a|m4b|mp4|aac|aiff?|aifc|au|snd)$/i;
/** Audio by their media type, and always refused: Windows Media and scores. */
const REFUSED_NAME = /\.(wma|midi?|kar|rmi)$/i;

/** The files among what was dropped, folders opened. Must be called while the drop event is being handled. */
export async function droppedFiles(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (entries.length === 0) {
    return { files: [...transfer.files], leftOut: 0 };
  }
  const alone = [];
  const inFolders = [];
  for (const entry of entries) {
    for await (const file of filesUnder(entry)) {
      (entry.isDirectory ? inFolders : alone).push(file);
    }
  }
  const folder = audioAmong(inFolders);
  return { files: [...alone, ...folder.files], leftOut: folder.leftOut };
}

/** A folder also holds covers and playlists: those stay. A file somebody picked is sent, whatever it is called. */
export function audioAmong(files) {
  const audio = files.filter(looksLikeAudio);
  return { files: audio, leftOut: files.length - audio.length };
}

function looksLikeAudio({ name, type }) {
  return !name.startsWith('.') && !REFUSED_NAME.test(name) && (type.startsWith('audio/') || AUDIO_NAME.test(name));
}

async function* filesUnder(entry) {
  if (entry.isFile) {
    yield await new Promise((resolve, reject) => entry.file(resolve, reject));
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    // A reader hands out a hundred entries at a time, and none when it is through.
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) {
      return;
    }
    for (const child of some) {
      yield* filesUnder(child);
    }
  }
}

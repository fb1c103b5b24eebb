import { createStore, type StoreApi } from 'zustand/vanilla';
import { said, selectedWords } from './announcements.ts';
import { Autosave } from './autosave.ts';
import { buildingActions } from './building.ts';
import { calledPart } from './calledPart.ts';
import { carryingActions } from './carryingActions.ts';
import type { PeerlaneDeps } from './deps.ts';
import { DocumentFlow } from './documentFlow.ts';
import { FileSaving } from './fileSaving.ts';
import { initialState } from './initialState.ts';
import { Judging } from './judging.ts';
import { Keeping } from './keeping.ts';
import { Mappings } from './mappings.ts';
import { addNotice, addRefusals, removeNotice } from './notices.ts';
import { Opener } from './opening.ts';
import { changedPlay, startedOutput, startedPlay } from './playing.ts';
import { notSavedWords, savingTrouble } from './savingTrouble.ts';
import { selected } from './selection.ts';
import { StartUp } from './startUp.ts';
import type { Actions, PartId, PeerlaneState } from './state.ts';
import { Throughputs } from './throughputs.ts';

/** Makes the page's state and everything that changes it. */
export function createPeerlane(deps: PeerlaneDeps): StoreApi<PeerlaneState> {
  return createStore<PeerlaneState>((_set, _get, store) => ({
    ...initialState(deps.engine.health, deps.view),
    actions: wire(store, deps),
  }));
}

/** Puts the parts together. The store has no state yet: nothing here may ask it before a call. */
function wire(store: StoreApi<PeerlaneState>, deps: PeerlaneDeps): Actions {
  const { engine, documents, now } = deps;
  const { getState, setState } = store;
  const notify: Actions['notify'] = (kind, text) => addNotice(store, kind, text);

  const judging = new Judging(store, engine);
  const mappings = new Mappings(store, engine);
  const throughputs = new Throughputs(store, engine);
  const keeping = documents && new Keeping(documents, now);
  const autosave =
    keeping &&
    new Autosave({
      write: async () => {
        const kept = flow.kept();
        if (kept) await keeping.write(kept);
        const key = await keeping.key();
        if (!flow.rekey(key)) return;
        notify(
          'warning',
          'Another tab has this document open, too. What you change here is kept as a document of its own.',
        );
      },
      writeAtOnce: () => {
        const kept = flow.kept();
        if (kept) keeping.writeAtOnce(kept);
      },
      describe: savingTrouble,
      show: (saving) => {
        const words = notSavedWords(getState().saving, saving);
        setState(({ announcement }) => ({ saving, announcement: said(announcement, words) }));
      },
      now,
    });
  const flow = new DocumentFlow({
    store,
    judging,
    autosave,
    snapshot: (kept) => {
      // Undo still has it; a full storage is told by what is written next.
      keeping?.snapshot(kept).catch(() => {});
    },
  });
  const opener = new Opener(store, engine);
  const startUp = new StartUp({
    store,
    engine,
    keeping,
    flow,
    opener,
    loadExample: deps.loadExample,
  });
  const fileSaving = new FileSaving({ store, save: deps.files, documents });

  const actions: Actions = {
    start: () => startUp.start(),
    openText: async (text, source) => {
      await startUp.show(await opener.openText(text, source), { name: null, isExample: false });
    },
    openFile: async (file, handle) => {
      const opened = await opener.openFile(file);
      const how = { name: file.name, isExample: false };
      const origin = await startUp.show(opened, how);
      if (origin && handle) fileSaving.openedFrom(origin, handle);
    },
    openExample: (id) => startUp.openExample(id),
    lookAtExample: (id) => startUp.lookAt(id),
    earlierDocuments: async () => (await keeping?.earlier().catch(() => null)) ?? [],
    restoreEarlier: (key) => startUp.restoreEarlier(key),
    dismissFailure: () => {
      if (getState().opening.kind === 'failed') setState({ opening: { kind: 'idle' } });
    },
    saveFile: () => fileSaving.saveFile(),

    edit: (edit, gesture) => flow.edit(edit, gesture),
    ...buildingActions(store, flow),
    ...carryingActions(store, engine, flow),
    startDrawing: (leftTab = 'text') => startUp.startDrawing(leftTab),
    tidyUp: () => {
      flow.edit({ kind: 'tidy', parts: null });
      setState(({ tidied }) => ({ tidied: tidied + 1 }));
    },
    undo: () => flow.undo(),
    redo: () => flow.redo(),

    select: (parts, how = 'replace') => {
      const { announcement, document, ...before } = getState();
      const after = selected(before, parts, how);
      const nameOf = (id: PartId) => (document ? calledPart(document, id) : id);
      const words = selectedWords(before.selection, after.selection, nameOf);
      setState({ ...after, link: null, announcement: said(announcement, words) });
    },
    meanLink: (link) => {
      const { selection, focus } = getState();
      const isChosen = focus === link && selection.size === 1 && selection.has(link);
      setState({ link, ...(!isChosen && { selection: new Set([link]), focus: link }) });
    },
    choose: (pair) => flow.choose(pair),
    startPlay: (operation) => setState((state) => ({ play: startedPlay(state, operation) })),
    changePlay: (change) => setState((state) => ({ play: changedPlay(state, change) })),
    playOutput: (output) => setState((state) => ({ play: startedOutput(state, output) })),
    lookAtMapping: (change) => mappings.look(change),
    lookAtFlows: (change) => throughputs.look(change),
    drawFlow: (flowDrawing) => setState({ flowDrawing }),
    stopPlay: () => setState({ play: null }),
    list: (listing) => {
      if (getState().listing === listing) return;
      setState({ listing });
      judging.judge(null);
    },
    setView: (change) => {
      const view = { ...getState().view, ...change };
      setState({ view });
      deps.rememberView(view);
    },
    moveCamera: (move) => {
      setState(({ camera }) => ({ camera: { serial: camera.serial + 1, move } }));
    },
    announce: (text) => {
      setState(({ announcement }) => ({ announcement: said(announcement, text) }));
    },

    restartEngine: () => {
      engine.restart();
      if (getState().document) judging.judge(null);
      else void startUp.again();
    },
    notify,
    refuse: (why) => addRefusals(store, why),
    dismissNotice: (id) => removeNotice(store, id),
  };

  engine.onHealth((health) => {
    setState({ health });
    if (health.kind === 'restarting') notify('info', health.why);
  });
  deps.onGoing?.(() => autosave?.leave());
  deps.onLeaving?.(() => void autosave?.flush());
  return actions;
}

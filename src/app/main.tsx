import '@fontsource-variable/source-sans-3/index.css';
import '@fontsource-variable/fira-code/index.css';
import './theme.css';
import './base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { peerlane } from '../store/peerlane.ts';
import { App } from './App.tsx';
import { keepOffline } from './keepOffline.ts';
import { applyRememberedTheme } from './parts/theme.ts';
import { Region } from './shell/Region.tsx';

applyRememberedTheme();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');

// Before anything is drawn: what is opened first is read meanwhile.
void peerlane.getState().actions.start();

createRoot(root).render(
  <StrictMode>
    <Region name="the page">
      <App />
    </Region>
  </StrictMode>,
);

keepOffline();

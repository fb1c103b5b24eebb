import '@fontsource-variable/source-sans-3/index.css';
import '@fontsource-variable/fira-code/index.css';
import './theme.css';
import './base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { CrashBoundary } from '../parts/CrashBoundary.tsx';
import { App } from './App.tsx';
import { keepOffline } from './keepOffline.ts';
import { applyRememberedTheme } from './parts/theme.ts';

applyRememberedTheme();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');

createRoot(root).render(
  <StrictMode>
    <CrashBoundary>
      <App />
    </CrashBoundary>
  </StrictMode>,
);

keepOffline();

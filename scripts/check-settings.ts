// Says which settings are missing, malformed or contradict each other.
import { settingsOrStop } from './settings-or-stop';

settingsOrStop();

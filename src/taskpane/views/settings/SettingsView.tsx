import {
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  Switch,
  Text,
  tokens,
} from '@fluentui/react-components';
import { chosenProfile, type Kept, type Preferences, type Profile, type ProfileChoice } from '../../../core';
import { useStrings } from '../../strings/strings';
import { EnvironmentLine } from './EnvironmentLine';

type Props = Readonly<{
  kept: Kept;
  profiles: readonly Profile[];
  onProfile: (choice: ProfileChoice) => void;
  onPreferences: (part: Partial<Preferences>) => void;
}>;

const useStyles = makeStyles({
  view: { padding: '12px', display: 'flex', flexDirection: 'column', gap: '14px' },
  grades: { display: 'block', marginTop: '4px', color: tokens.colorNeutralForeground3 },
  kept: { color: tokens.colorNeutralForeground3 },
});

/** 设置: local practice, what is written and how, marks, language; all of it kept with the workbook. */
export function SettingsView({ kept, profiles, onProfile, onPreferences }: Props) {
  const styles = useStyles();
  const strings = useStrings();
  const words = strings.settings;
  const profile = chosenProfile(kept.profile, profiles);
  const { preferences } = kept;
  const read = (readings: ProfileChoice['readings']): void => {
    onProfile({ id: profile.id, readings: { ...kept.profile.readings, ...readings } });
  };
  return (
    <div className={styles.view}>
      <Field label={words.profile}>
        <Select
          value={profile.id}
          onChange={(_, { value }) => {
            // A profile brings its own readings along.
            onProfile({ id: value, readings: {} });
          }}
        >
          {profiles.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <Text size={200} className={styles.grades}>
          {words.grades}:{' '}
          {strings.list(profile.grades.map(({ grade, from }) => words.gradeFrom(grade, from)))}
        </Text>
      </Field>
      <Choice
        label={words.perPoint}
        value={profile.perPoint}
        options={[
          ['whole', words.perPointWhole],
          ['linear', words.perPointLinear],
        ]}
        onChoose={(perPoint) => {
          read({ perPoint });
        }}
      />
      <Choice
        label={words.reverse}
        value={profile.reverse}
        options={[
          ['ratio', words.reverseRatio],
          ['linear-to-zero', words.reverseLinear],
        ]}
        onChoose={(reverse) => {
          read({ reverse });
        }}
      />
      <Choice
        label={words.mode}
        value={preferences.mode}
        options={[
          ['fill', words.modeFill],
          ['overwrite', words.modeOverwrite],
        ]}
        onChoose={(mode) => {
          onPreferences({ mode });
        }}
      />
      <Choice
        label={words.write}
        value={preferences.write}
        options={[
          ['values', words.writeValues],
          ['formulas', words.writeFormulas],
        ]}
        onChoose={(write) => {
          onPreferences({ write });
        }}
      />
      <Switch
        label={words.marks}
        checked={preferences.marks}
        onChange={(_, { checked }) => {
          onPreferences({ marks: checked });
        }}
      />
      <Field label={words.language}>
        <Select
          value={preferences.language}
          onChange={(_, { value }) => {
            onPreferences({ language: value as Preferences['language'] });
          }}
        >
          <option value="auto">{words.languageAuto}</option>
          <option value="zh-CN">{words.languages['zh-CN']}</option>
          <option value="en-US">{words.languages['en-US']}</option>
        </Select>
      </Field>
      <Text size={200} className={styles.kept}>
        {words.kept}
      </Text>
      <EnvironmentLine />
    </div>
  );
}

type ChoiceProps<T extends string> = Readonly<{
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onChoose: (value: T) => void;
}>;

function Choice<T extends string>({ label, value, options, onChoose }: ChoiceProps<T>) {
  return (
    <Field label={label}>
      <RadioGroup
        value={value}
        onChange={(_, chosen) => {
          const option = options.find(([one]) => one === chosen.value);
          if (option) onChoose(option[0]);
        }}
      >
        {options.map(([one, words]) => (
          <Radio key={one} value={one} label={words} />
        ))}
      </RadioGroup>
    </Field>
  );
}

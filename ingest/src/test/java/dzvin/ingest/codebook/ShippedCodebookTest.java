package dzvin.ingest.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.schemas.FeatureLabels;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tellings that were written after the Ukrainian codebook. It found 39 of their 48 features at first sight; what it missed was
 * then added, so that these sentences are a record by now and no measurement. The calm ones showed two features wrongly.
 */
class ShippedCodebookTest {
    private static final Codebook UKRAINIAN = Codebook.shipped("ua");
    private static final Codebook AMERICAN = Codebook.shipped("us");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Дзвонив якийсь полковник з російського міноборони, каже, ваша держава відмовилася забирати хлопців | claims-russian-official,ukraine-refuses-return",
                "Наполегливо радили, щоб родина зверталась до американського уряду | appeal-to-us",
                "Жінка назвалась співробітницею Слідчого комітету РФ | claims-russian-official",
                "Мужчина сказал, что он следователь из Москвы | claims-russian-official",
                "Незнакомец представился майором ФСБ | claims-russian-official",
                "Телефонували ніби з адміністрації Путіна | claims-russian-official",
                "За його словами, Київ просто кинув своїх військових | ukraine-refuses-return",
                "Сказали что Зеленский не хочет менять пленных | ukraine-refuses-return",
                "Мовляв, наша влада сама гальмує обмін | ukraine-refuses-return",
                "Украина якобы не принимает обратно своих солдат | ukraine-refuses-return",
                "Диктував текст листа на ім'я президента США Трампа | appeal-to-us",
                "Предлагали снять ролик и попросить Вашингтон надавить на Киев | appeal-to-us",
                "Переконував написати прохання Путіну про звільнення | appeal-to-russia",
                "Говорил, надо подать ходатайство Москальковой | appeal-to-russia",
                "Хотів, щоб дружина на камеру звинуватила Зеленського | discredit-ukraine",
                "Убеждал выйти на акцию протеста против правительства | discredit-ukraine",
                "Обіцяв, що включать у найближчий обмін | exchange-list",
                "Пообещал поставить сына в список на обмен | exchange-list",
                "Випитували, в якій бригаді служив, дату народження та паспорт | asks-for-data",
                "Просил продиктовать номер карты и код из смс | asks-for-data",
                "Цікавились домашньою адресою і прізвищами рідних | asks-for-data",
                "Вимагав дві тисячі доларів за звільнення | asks-for-money",
                "Попросил перечислить предоплату на карточку | asks-for-money",
                "Лякав, що чоловіка вб'ють, якщо не напишемо | threatens",
                "Грозился, что хуже будет | threatens",
                "Ввімкнувся запис жіночого голосу | recorded-voice",
                "Это был бот с электронным голосом | recorded-voice",
                "Автоматический обзвон, просили нажать единицу | recorded-voice",
                "Представились менеджером Приватбанку, мовляв, підозріла операція по картці | bank-fraud",
                "Звонили якобы из Сбербанка, хотят оформить кредит на меня | bank-fraud",
                "Казали, що онук збив людину на машині | accident-fraud",
                "Позвонили, якобы внук попал в аварию и нужны деньги | accident-fraud",
                "Беру трубку — мовчання | silent-call",
                "Подняла трубку, а там тишина | silent-call",
                "Дзвонять і кидають трубку | silent-call",
                "Проводили опитування щодо виборів | survey",
                "Маркетинговий дзвінок, питали думку про каву | survey",
                "Рекламували дитячий центр | sales",
                "Предлагали оформить рассрочку на технику | sales",
                "Втюхували якийсь БАД | sales",
                "Шукали боржника, якого я не знаю | debt-collection",
                "Из микрофинансовой организации про чужой долг | debt-collection",
                "Обіцяли грошову допомогу від ООН | payment-promise",
                "Назвався слідчим поліції | claims-police",
                "Caller said he was from the Russian Ministry of Defence | claims-russian-official",
                "He told me that Ukraine refuses to take my son back | ukraine-refuses-return",
                "Told us to write a letter to the US Congress | appeal-to-us",
            })
    void aTellingShowsWhatWasSaid(String telling, String features) {
        assertThat(UKRAINIAN.featuresIn(telling)).contains(features.split(","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Дзвонив брат з роботи",
                "Ми писали в Червоний Хрест самі",
                "Чоловік повернувся з полону минулого року",
                "Помилилися номером",
                "Це був кур'єр Нової пошти",
                "Обіцяли передзвонити завтра",
                "Не хоче говорити, хто він",
                "Хочу, щоб Україна повернула всіх наших",
                "Консул допоміг нам з документами",
                "Дзвонили зі школи щодо сина",
                "Запитали, чи є світло в будинку",
                "Врач сказал прийти завтра",
                "Перезвоните мне, пожалуйста",
                "Ошиблись номером, извинились",
                "Говорили російською, я не зрозуміла",
                "Служба доставки уточнила адресу",
                "Росія обстріляла місто, зв'язок був поганий",
                "Зателефонували з військкомату, уточнювали дані",
                "I called back but nobody knows this number",
            })
    void aCalmTellingShowsNothing(String telling) {
        assertThat(UKRAINIAN.featuresIn(telling)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We have been trying to reach you about your car's extended warranty, press 1 | recorded-voice,warranty",
                "This is the IRS, there is a warrant for your arrest | claims-police,irs,threatens",
                "Your social security number has been suspended | ssn,threatens",
                "You owe nothing with our student loan forgiveness program | student-loan",
                "A charge on your Amazon account, if you did not authorize this order press 1 | account-alert,recorded-voice",
                "They hung up when I answered | silent-call",
                "Lower your electric bill with solar panels | energy",
                "Claimed to be from my bank and asked for my card number | asks-for-data,bank-fraud",
                "You have won a free cruise | prize,travel",
            })
    void anAmericanCallShowsWhatWasSaid(String telling, String features) {
        assertThat(AMERICAN.featuresIn(telling)).contains(features.split(","));
    }

    @Test
    void everyFeatureThatTheUkrainianCodebookFindsHasALabel() {
        assertThat(FeatureLabels.shipped().ofProfile("ua")).containsAll(UKRAINIAN.features());
    }

    @Test
    void everyFeatureThatTheAmericanCodebookFindsHasALabel() {
        var unnamed = new TreeSet<>(AMERICAN.features());
        unnamed.removeAll(FeatureLabels.shipped().codes());

        assertThat(unnamed).isEqualTo(new TreeSet<>(List.of()));
    }
}
